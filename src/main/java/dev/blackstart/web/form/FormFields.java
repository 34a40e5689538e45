package dev.blackstart.web.form;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import dev.blackstart.problem.Problem;

/** Refuses forms that lack what {@link NeedsFields} names, in place of taking what is missing for empty. */
class FormFields {

    /** After sight and rights: what somebody may not see answers alike, whatever they send. */
    private static final int AFTER_OTHERS = Priorities.USER + 1_000;

    @ServerRequestFilter(priority = AFTER_OTHERS)
    @WithFormRead
    void check(ResteasyReactiveContainerRequestContext request, ResourceInfo route) {
        NeedsFields needed = route.getResourceMethod() == null ? null
                : route.getResourceMethod().getAnnotation(NeedsFields.class);
        if (needed == null) {
            return;
        }
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        for (String field : needed.value()) {
            if (form == null || !form.contains(field)) {
                throw Problem.invalid(field, "The form lacks '%s', so nothing was changed. Reload the page and send it again."
                        .formatted(field));
            }
        }
    }
}
