package org.stackparity.environment;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Passes on the events of a parser until the nesting is too deep, since composing them recurses. */
final class BoundedParser implements Parser {
    static final int DEEPEST = 30;
    private final Parser parser;
    private int depth;

    BoundedParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    /** @throws ParserException at the first value that is nested too deep */
    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {}
        }
        if (depth > DEEPEST) {
            throw tooDeep(event.getStartMark());
        }
        return event;
    }

    static ParserException tooDeep(Optional<Mark> mark) {
        return new ParserException("values nested deeper than " + DEEPEST + " levels", mark);
    }
}
