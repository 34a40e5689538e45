package dev.blackstart.conduct.sheet;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.gate.PrintedSheet;
import io.quarkus.security.Authenticated;

/** That the sheet lies on paper, which the gate asks before our own ways of telling each other are broken. */
@Path("/api/exercises/{id}/sheet")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SheetApi {

    private final PrintedSheets sheets;
    private final CurrentAccess current;

    SheetApi(PrintedSheets sheets, CurrentAccess current) {
        this.sheets = sheets;
        this.current = current;
    }

    /** @param holder who holds it, or where it lies */
    public record Word(String holder) {
    }

    /** Somebody's word, and of which revision it is. */
    public record Printed(String holder, int revision, String by, Instant at) {
    }

    @POST
    @RequiresPermission(Permission.SEE_CONTROL)
    public Printed printed(UUID id, Word word) {
        PrintedSheet printed = sheets.printed(id, word == null ? null : word.holder(), current.get());
        return new Printed(printed.holder, printed.revision, printed.printedBy, printed.createdAt);
    }
}
