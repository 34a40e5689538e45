package dev.blackstart.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * What people wrote in Markdown (CommonMark), as HTML that can do no harm: HTML of their own stays text, links lead to pages
 * and mail alone, and a picture is a link, so that looking at a page tells no other server that somebody looked.
 */
public final class Prose {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(TABLES).postProcessor(new Addresses()).build();

    /** A line that somebody broke stays broken. */
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n")
            .nodeRendererFactory(Harmless::new).extensions(TABLES).build();

    private Prose() {
    }

    public static String html(String markdown) {
        try {
            return RENDERER.render(PARSER.parse(markdown));
        } catch (StackOverflowError tooDeep) {
            // thousands of quotations in one another are nothing people write: shown as it stands
            Node paragraph = new Paragraph();
            paragraph.appendChild(new Text(markdown));
            return RENDERER.render(paragraph);
        }
    }

    /** An address that stands for itself can be followed too. */
    private static final class Addresses extends AbstractVisitor implements PostProcessor {

        /** What ends a sentence is not part of it. */
        private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]'*_`]");

        @Override
        public Node process(Node document) {
            document.accept(this);
            return document;
        }

        @Override
        public void visit(Link link) {
            // is one already
        }

        @Override
        public void visit(Image image) {
            // becomes one as a whole
        }

        @Override
        public void visit(Text text) {
            String literal = text.getLiteral();
            Matcher address = ADDRESS.matcher(literal);
            int done = 0;
            while (address.find()) {
                text.insertBefore(new Text(literal.substring(done, address.start())));
                Link link = new Link(address.group(), null);
                link.appendChild(new Text(address.group()));
                text.insertBefore(link);
                done = address.end();
            }
            text.setLiteral(literal.substring(done));
        }
    }

    private static final class Harmless implements NodeRenderer {

        private static final Pattern FOLLOWED = Pattern.compile("(?i)(https?://|mailto:|/(?![/\\\\])|#)[^\\p{Cntrl}]*");

        /** A page has headings of its own above what people write. */
        private static final int BELOW = 2;
        private static final int LOWEST = 6;

        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Harmless(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Link.class, Image.class, TableBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                String tag = "h" + Math.min(LOWEST, heading.getLevel() + BELOW);
                html.line();
                html.tag(tag);
                children(node);
                html.tag("/" + tag);
                html.line();
            } else if (node instanceof Link link) {
                link(link.getDestination(), node);
            } else if (node instanceof Image image) {
                link(image.getDestination(), node);
            } else if (node instanceof TableBlock) {
                table(node);
            }
        }

        /** Scrolls by itself where it is wider than its place. */
        private void table(Node node) {
            html.line();
            html.tag("div", Map.of("class", "table-wrap"));
            html.tag("table", Map.of("class", "table"));
            children(node);
            html.tag("/table");
            html.tag("/div");
            html.line();
        }

        private void link(String address, Node named) {
            boolean followed = FOLLOWED.matcher(address).matches();
            if (followed) {
                Map<String, String> attributes = new LinkedHashMap<>();
                attributes.put("href", address);
                attributes.put("rel", "noopener noreferrer");
                html.tag("a", attributes);
            }
            if (named.getFirstChild() == null) {
                html.text(address);
            }
            children(named);
            if (followed) {
                html.tag("/a");
            }
        }

        private void children(Node of) {
            for (Node child = of.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
