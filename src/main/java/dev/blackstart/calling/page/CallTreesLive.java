package dev.blackstart.calling.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.page.CallTreeResource.Templates;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.ControlPage;
import dev.blackstart.people.Directory;

/** Keeps the drawn trees up to date while somebody watches them. */
@ApplicationScoped
class CallTreesLive implements ControlPage {

    private final Directory directory;

    CallTreesLive(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "call-trees";
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Permissions may, Instant now) {
        Map<String, String> parts = new LinkedHashMap<>();
        TreePicture.all(exercise, directory)
                .forEach(tree -> parts.put("tree-" + tree.key(), Templates.tree$drawn(tree, may.isConduct(), true).render()));
        return parts;
    }
}
