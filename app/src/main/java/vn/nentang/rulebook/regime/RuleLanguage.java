package vn.nentang.rulebook.regime;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CEL with exact decimals: the language's own doubles cannot hold 89.99, so decimals are a type of their own, comparable
 * with each other and with literals.
 */
final class RuleLanguage {

    private static final OpaqueType DECIMAL = OpaqueType.create("decimal");
    private static final List<Operand> OPERANDS = List.of(
            new Operand("decimal", DECIMAL, BigDecimal.class),
            new Operand("int", SimpleType.INT, Long.class),
            new Operand("double", SimpleType.DOUBLE, Double.class));

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .addFunctionBindings(bindings())
            .build();

    private final CelCompiler compiler;
    private final Set<String> factNames;
    private final Plan plan;

    private record Operand(String name, CelType type, Class<?> javaType) {}

    private record Pair(Operand left, Operand right) {}

    /** What may stand between two numbers. */
    enum Operator {
        AT_LEAST("_>=_"),
        ABOVE("_>_"),
        AT_MOST("_<=_"),
        BELOW("_<_"),
        EQUAL("_==_"),
        UNEQUAL("_!=_"),
        PLUS("_+_"),
        MINUS("_-_"),
        TIMES("_*_");

        private final String function;

        Operator(String function) {
            this.function = function;
        }

        static Optional<Operator> named(String function) {
            return Arrays.stream(values())
                    .filter(one -> one.function.equals(function))
                    .findFirst();
        }

        /** Otherwise it gives a number. */
        boolean compares() {
            return switch (this) {
                case AT_LEAST, ABOVE, AT_MOST, BELOW, EQUAL, UNEQUAL -> true;
                case PLUS, MINUS, TIMES -> false;
            };
        }

        CelType result() {
            return compares() ? SimpleType.BOOL : DECIMAL;
        }

        /** @throws ArithmeticException where the language fails too: the number does not fit */
        Object on(long left, long right) {
            return switch (this) {
                case AT_LEAST -> left >= right;
                case ABOVE -> left > right;
                case AT_MOST -> left <= right;
                case BELOW -> left < right;
                case EQUAL -> left == right;
                case UNEQUAL -> left != right;
                case PLUS -> Math.addExact(left, right);
                case MINUS -> Math.subtractExact(left, right);
                case TIMES -> Math.multiplyExact(left, right);
            };
        }

        Object on(BigDecimal left, BigDecimal right) {
            return switch (this) {
                case AT_LEAST -> left.compareTo(right) >= 0;
                case ABOVE -> left.compareTo(right) > 0;
                case AT_MOST -> left.compareTo(right) <= 0;
                case BELOW -> left.compareTo(right) < 0;
                case EQUAL -> left.compareTo(right) == 0;
                case UNEQUAL -> left.compareTo(right) != 0;
                case PLUS -> left.add(right);
                case MINUS -> left.subtract(right);
                case TIMES -> left.multiply(right);
            };
        }
    }

    RuleLanguage(Collection<Fact> facts, Collection<Scale> scales) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addFunctionDeclarations(declarations())
                .setResultType(SimpleType.BOOL);
        facts.forEach(fact -> builder.addVar(fact.name(), typeOf(fact)));
        scales.forEach(scale -> scale.rising().forEach(word -> builder.addVar(word, SimpleType.INT)));
        this.compiler = builder.build();
        this.factNames = facts.stream().map(Fact::name).collect(Collectors.toUnmodifiableSet());
        this.plan = new Plan(facts.stream().collect(Collectors.toMap(Fact::name, Fact::type)), Known.ranks(scales));
    }

    private static CelType typeOf(Fact fact) {
        return switch (fact.type()) {
            case DECIMAL -> DECIMAL;
            case WHOLE, GRADE -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
        };
    }

    /** @throws CelValidationException when the text is no condition over the declared facts */
    Expression compile(String text) throws CelValidationException {
        var ast = compiler.compile(text).getAst();
        var names = CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(node -> node.expr().ident().name())
                .filter(factNames::contains)
                .distinct()
                .toList();
        try {
            return new Expression(text, names, plan.of(ast.getExpr()).orElse(null), RUNTIME.createProgram(ast));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("A checked expression could not be planned: " + text, e);
        }
    }

    private static List<CelFunctionDecl> declarations() {
        return Arrays.stream(Operator.values()).map(RuleLanguage::declaration).toList();
    }

    private static CelFunctionDecl declaration(Operator operator) {
        var overloads = pairs().stream()
                .map(pair -> CelOverloadDecl.newGlobalOverload(
                        overload(operator, pair),
                        operator.result(),
                        pair.left().type(),
                        pair.right().type()))
                .toList();
        return CelFunctionDecl.newFunctionDeclaration(operator.function, overloads);
    }

    private static List<CelFunctionBinding> bindings() {
        return Arrays.stream(Operator.values())
                .flatMap(operator -> pairs().stream().map(pair -> binding(operator, pair)))
                .toList();
    }

    private static CelFunctionBinding binding(Operator operator, Pair pair) {
        return CelFunctionBinding.from(
                overload(operator, pair),
                pair.left().javaType(),
                pair.right().javaType(),
                (left, right) -> operator.on(decimal(left), decimal(right)));
    }

    static BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal exact -> exact;
            case Long whole -> BigDecimal.valueOf(whole);
            // A literal such as 90.5 becomes the shortest decimal that reads as the same double: what was written.
            case Double literal -> BigDecimal.valueOf(literal);
            default -> throw new IllegalArgumentException("not a number: " + value);
        };
    }

    /** Every pair of operands of which at least one is a decimal. */
    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var left : OPERANDS) {
            for (var right : OPERANDS) {
                if (left.type().equals(DECIMAL) || right.type().equals(DECIMAL)) {
                    pairs.add(new Pair(left, right));
                }
            }
        }
        return pairs;
    }

    private static String overload(Operator operator, Pair pair) {
        return "%s%s%s"
                .formatted(pair.left().name(), operator.function, pair.right().name());
    }
}
