package vn.nentang.rulebook.regime;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the rule language that regulations are written in, planned once as plain steps: facts, numbers, comparisons,
 * sums, and, or, not. It means what the language means and is twenty times as fast; what it does not know stays with the
 * language.
 */
final class Plan {

    private final Map<String, Fact.Type> facts;
    private final Map<String, Long> words;

    /** @param words of all scales, with their ranks */
    Plan(Map<String, Fact.Type> facts, Map<String, Long> words) {
        this.facts = Map.copyOf(facts);
        this.words = Map.copyOf(words);
    }

    /** A value on some facts; null where a missing fact decides. */
    @FunctionalInterface
    interface Step {
        @Nullable
        Object on(Known known);
    }

    private enum Type {
        FLAG,
        WHOLE,
        DECIMAL,
        LITERAL;

        boolean isNumber() {
            return this != FLAG;
        }
    }

    private record Typed(Type type, Step step) {}

    /** Empty where the expression uses more of the language than this knows. */
    Optional<Step> of(CelExpr condition) {
        return typed(condition).filter(one -> one.type() == Type.FLAG).map(Typed::step);
    }

    private Optional<Typed> typed(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case IDENT -> named(expression.ident().name());
            case CONSTANT -> constant(expression.constant());
            case CALL -> call(expression.call());
            default -> Optional.empty();
        };
    }

    private Optional<Typed> named(String name) {
        var word = words.get(name);
        if (word != null) {
            return Optional.of(new Typed(Type.WHOLE, _ -> word));
        }
        return Optional.ofNullable(facts.get(name))
                .map(fact -> new Typed(
                        switch (fact) {
                            case DECIMAL -> Type.DECIMAL;
                            case WHOLE, GRADE -> Type.WHOLE;
                            case FLAG -> Type.FLAG;
                        },
                        known -> known.value(name)));
    }

    private static Optional<Typed> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> {
                var flag = constant.booleanValue();
                yield Optional.of(new Typed(Type.FLAG, _ -> flag));
            }
            case INT64_VALUE -> {
                var whole = constant.int64Value();
                yield Optional.of(new Typed(Type.WHOLE, _ -> whole));
            }
            case DOUBLE_VALUE -> {
                var literal = RuleLanguage.decimal(constant.doubleValue());
                yield Optional.of(new Typed(Type.LITERAL, _ -> literal));
            }
            default -> Optional.empty();
        };
    }

    private Optional<Typed> call(CelExpr.CelCall call) {
        var operands = call.args().stream().flatMap(one -> typed(one).stream()).toList();
        if (operands.size() < call.args().size() || call.target().isPresent()) {
            return Optional.empty();
        }
        return switch (call.function()) {
            case "_&&_" -> flags(operands, both(operands, false));
            case "_||_" -> flags(operands, both(operands, true));
            case "!_" -> flags(operands, not(operands.getFirst().step()));
            default -> RuleLanguage.Operator.named(call.function()).flatMap(operator -> numbers(operator, operands));
        };
    }

    private static Optional<Typed> flags(List<Typed> operands, Step step) {
        return operands.stream().allMatch(one -> one.type() == Type.FLAG)
                ? Optional.of(new Typed(Type.FLAG, step))
                : Optional.empty();
    }

    /** The decisive value of either side settles it, whatever the other; else a missing side leaves it open. */
    private static Step both(List<Typed> operands, boolean decisive) {
        var one = operands.getFirst().step();
        var other = operands.getLast().step();
        return known -> {
            var first = one.on(known);
            if (first != null && (boolean) first == decisive) {
                return decisive;
            }
            var second = other.on(known);
            if (second != null && (boolean) second == decisive) {
                return decisive;
            }
            return (first == null || second == null) ? null : !decisive;
        };
    }

    private static Step not(Step of) {
        return known -> {
            var value = of.on(known);
            return value == null ? null : !(boolean) value;
        };
    }

    private static Optional<Typed> numbers(RuleLanguage.Operator operator, List<Typed> operands) {
        if (operands.size() != 2
                || !operands.stream().allMatch(one -> one.type().isNumber())) {
            return Optional.empty();
        }
        var one = operands.getFirst();
        var other = operands.getLast();
        var isWhole = one.type() == Type.WHOLE && other.type() == Type.WHOLE;
        var isExact = one.type() == Type.DECIMAL || other.type() == Type.DECIMAL;
        if (!isWhole && !isExact) {
            return Optional.empty();
        }
        var number = isWhole ? Type.WHOLE : Type.DECIMAL;
        return Optional.of(new Typed(
                operator.compares() ? Type.FLAG : number,
                isWhole ? wholes(operator, one.step(), other.step()) : decimals(operator, one, other)));
    }

    private static Step wholes(RuleLanguage.Operator operator, Step one, Step other) {
        return known -> one.on(known) instanceof Long left && other.on(known) instanceof Long right
                ? operator.on(left, right)
                : null;
    }

    private static Step decimals(RuleLanguage.Operator operator, Typed one, Typed other) {
        var left = decimal(one);
        var right = decimal(other);
        return known -> left.on(known) instanceof BigDecimal first && right.on(known) instanceof BigDecimal second
                ? operator.on(first, second)
                : null;
    }

    private static Step decimal(Typed of) {
        return of.type() != Type.WHOLE
                ? of.step()
                : known -> of.step().on(known) instanceof Long whole ? BigDecimal.valueOf(whole) : null;
    }
}
