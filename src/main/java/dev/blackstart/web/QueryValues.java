package dev.blackstart.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import dev.blackstart.problem.Problem;

/** Reads numbers and ids from an address, and names the one that cannot be read. */
@Provider
public class QueryValues implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READ = Map.of(Integer.class, Integer::valueOf, UUID.class,
            UUID::fromString);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam param && READ.containsKey(type)) {
                return new Value<>(param.value(), (Function<String, T>) READ.get(type));
            }
        }
        return null;
    }

    private record Value<T>(String name, Function<String, T> read) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException unreadable) {
                throw Problem.invalid(name, "'" + name + "' cannot be read; see the API description for its form.");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
