package org.stackparity.store.gettext;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule of a catalog that picks a plural form: the C expression over {@code n} of its Plural-Forms header.
 * Grammar: GNU gettext manual, section "Additional functions for plural forms". Unary minus is not part of it.
 */
public final class PluralForms {
    private static final Pattern HEADER =
            Pattern.compile("\\s*nplurals\\s*=\\s*(\\d+)\\s*;\\s*plural\\s*=\\s*(.+?);?\\s*");

    /** One form for one thing, another for none or many; the default of gettext. */
    public static final PluralForms GERMANIC = parse("nplurals=2; plural=(n != 1);");

    private final int count;
    private final LongUnaryOperator rule;

    private PluralForms(int count, LongUnaryOperator rule) {
        this.count = count;
        this.rule = rule;
    }

    /**
     * Parses {@code nplurals=2; plural=(n != 1);}.
     *
     * @throws IllegalArgumentException if it is not a rule, naming what was found and where
     */
    public static PluralForms parse(String header) {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "plural forms are [" + header.strip() + "]; expected nplurals=COUNT; plural=EXPRESSION;");
        }
        return new PluralForms(Integer.parseInt(matcher.group(1)), new Parser(matcher.group(2)).parse());
    }

    public int count() {
        return count;
    }

    /** The index of the form for {@code n}, from 0 to {@link #count()} - 1. */
    public int index(long n) {
        long index = rule.applyAsLong(n);
        return (int) Math.max(0, Math.min(count - 1L, index));
    }

    /** Recursive descent, one method per precedence; each returns the function of what it read. */
    private static final class Parser {
        private static final String[][] BINARY_BY_PRECEDENCE = {
            {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}
        };

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        LongUnaryOperator parse() {
            LongUnaryOperator whole = conditional();
            skipSpace();
            if (at < text.length()) {
                throw fault("the end");
            }
            return whole;
        }

        private LongUnaryOperator conditional() {
            LongUnaryOperator condition = binary(0);
            if (!take("?")) {
                return condition;
            }
            LongUnaryOperator then = conditional();
            if (!take(":")) {
                throw fault("a colon");
            }
            LongUnaryOperator otherwise = conditional();
            return n -> condition.applyAsLong(n) != 0 ? then.applyAsLong(n) : otherwise.applyAsLong(n);
        }

        private LongUnaryOperator binary(int precedence) {
            if (precedence == BINARY_BY_PRECEDENCE.length) {
                return unary();
            }
            LongUnaryOperator result = binary(precedence + 1);
            for (String operator = takeOne(precedence); !operator.isEmpty(); operator = takeOne(precedence)) {
                LongUnaryOperator before = result;
                LongUnaryOperator after = binary(precedence + 1);
                LongBinaryOperator operation = operation(operator);
                result = n -> operation.applyAsLong(before.applyAsLong(n), after.applyAsLong(n));
            }
            return result;
        }

        private LongUnaryOperator unary() {
            if (take("!")) {
                LongUnaryOperator operand = unary();
                return n -> operand.applyAsLong(n) == 0 ? 1 : 0;
            }
            if (take("(")) {
                LongUnaryOperator inner = conditional();
                if (!take(")")) {
                    throw fault("a closing parenthesis");
                }
                return inner;
            }
            if (take("n")) {
                return n -> n;
            }
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (start == at) {
                throw fault("n, a number or a parenthesis");
            }
            long number = Long.parseLong(text.substring(start, at));
            return n -> number;
        }

        private String takeOne(int precedence) {
            for (String operator : BINARY_BY_PRECEDENCE[precedence]) {
                if (take(operator)) {
                    return operator;
                }
            }
            return "";
        }

        private boolean take(String token) {
            skipSpace();
            if (!text.startsWith(token, at)) {
                return false;
            }
            at += token.length();
            return true;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException fault(String expected) {
            return new IllegalArgumentException(
                    "plural expression [" + text + "] at character " + (at + 1) + "; expected " + expected);
        }

        private static LongBinaryOperator operation(String operator) {
            return switch (operator) {
                case "||" -> (a, b) -> truth(a != 0 || b != 0);
                case "&&" -> (a, b) -> truth(a != 0 && b != 0);
                case "==" -> (a, b) -> truth(a == b);
                case "!=" -> (a, b) -> truth(a != b);
                case "<=" -> (a, b) -> truth(a <= b);
                case ">=" -> (a, b) -> truth(a >= b);
                case "<" -> (a, b) -> truth(a < b);
                case ">" -> (a, b) -> truth(a > b);
                case "+" -> Long::sum;
                case "-" -> (a, b) -> a - b;
                case "*" -> (a, b) -> a * b;
                case "/" -> (a, b) -> a / b;
                default -> (a, b) -> a % b;
            };
        }

        private static long truth(boolean claim) {
            return claim ? 1 : 0;
        }
    }
}
