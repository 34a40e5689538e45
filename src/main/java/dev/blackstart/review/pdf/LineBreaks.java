package dev.blackstart.review.pdf;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;

import dev.blackstart.web.limits.HeavyTask;

/** The renderer's own line breaks. It asks for each of them, so that is where a document that nobody waits for is cancelled. */
class LineBreaks implements FSTextBreaker {

    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));

    @Override
    public int next() {
        HeavyTask.check();
        return breaks.next();
    }

    @Override
    public void setText(String text) {
        breaks.setText(text);
    }
}
