package dev.blackstart.conduct.alert;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What holds on the whole platform, for pages that stay open. */
@Path("/alerts")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class AlertResource {

    private final Alerts alerts;

    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance alerts(List<Alerts.Alert> alerts);
    }

    @GET
    public TemplateInstance open() {
        return Templates.alerts(alerts.open());
    }
}
