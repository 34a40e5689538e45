package dev.blackstart.web;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** The public description holds the API alone: pages are for browsers and change as they like. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            List.copyOf(api.getPaths().getPathItems().keySet()).stream().filter(path -> !path.startsWith("/api"))
                    .forEach(api.getPaths()::removePathItem);
        }
    }
}
