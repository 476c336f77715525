package vn.nentang.sheet;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a package, read once from front to back. Document types, entities and deep nesting are refused, so
 * nothing outside the part is ever fetched and nothing in it can grow.
 */
final class XmlPart implements AutoCloseable {

    private static final int DEPTH_MAX = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final InputStream input;
    private int depth;

    XmlPart(InputStream input) throws IOException {
        this.input = input;
        try {
            this.reader = FACTORY.createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The next event of interest: start, end, text, or the end of the document. */
    int next() throws IOException {
        try {
            var event = reader.next();
            watch(event);
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void watch(int event) throws BrokenFile {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new BrokenFile(
                        "Tệp chứa khai báo XML không được phép.", "The file holds forbidden XML declarations.");
            default -> {}
        }
        if (depth > DEPTH_MAX) {
            throw new BrokenFile("Tệp lồng quá nhiều lớp.", "The file is nested too deeply.");
        }
    }

    /** Moves to the next start of an element of that name; false when there is none left. */
    boolean find(String name) throws IOException {
        var event = next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT && name().equals(name)) {
                return true;
            }
            event = next();
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    String text() throws IOException {
        try {
            return reader.getText();
        } catch (UncheckedStreamException e) {
            throw e.getCause() instanceof XMLStreamException cause ? broken(cause) : damaged();
        }
    }

    /** The value of an attribute by its local name, or null. */
    @Nullable
    String attribute(String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A number written in an attribute, or the other value where there is none that fits. */
    int number(String name, int otherwise) {
        var value = attribute(name);
        if (value == null || value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    boolean flag(String name) {
        var value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    private static IOException broken(XMLStreamException e) {
        // The parser wraps what the input said; a reached bound must stay what it is.
        var nested = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        return nested instanceof IOException io ? io : damaged();
    }

    private static BrokenFile damaged() {
        return new BrokenFile("Một phần trong tệp không đọc được.", "A part of the file cannot be read.");
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
