package dev.blackstart.web.form;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Addresses to which forms are sent and that answer no GET, as the classes declare or inherit them. */
@ApplicationScoped
public class FormRoutes {

    private final List<Pattern> forms;
    private final List<Pattern> pages;

    FormRoutes(BeanManager beans) {
        List<Class<?>> resources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>> map(bean -> bean.getBeanClass()).filter(type -> type.isAnnotationPresent(Path.class)).distinct()
                .toList();
        forms = routes(resources, POST.class);
        pages = routes(resources, GET.class);
    }

    /** Whether this is the address of a form alone: no page has it. */
    public boolean isForm(String path) {
        return !path.startsWith("/api/") && matches(forms, path) && !matches(pages, path);
    }

    private static boolean matches(List<Pattern> routes, String path) {
        return routes.stream().anyMatch(route -> route.matcher(path).matches());
    }

    private static List<Pattern> routes(List<Class<?>> resources, Class<? extends Annotation> verb) {
        return resources.stream().flatMap(type -> Stream.of(type.getMethods())
                .filter(method -> method.isAnnotationPresent(verb)).map(method -> path(type, method.getAnnotation(Path.class))))
                .distinct().map(FormRoutes::pattern).toList();
    }

    private static String path(Class<?> type, Path leaf) {
        String path = type.getAnnotation(Path.class).value() + (leaf == null ? "" : "/" + leaf.value());
        return ("/" + path).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(String.join("[^/]+", Arrays.stream(path.split("\\{[^}]+}", -1)).map(Pattern::quote).toList()));
    }
}
