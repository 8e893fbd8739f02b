package rolt.web;

import java.util.Set;
import java.util.UUID;
import rolt.platform.Role;
import rolt.workshop.WorkMessages.WorkEvent;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkStep;
import rolt.workshop.WorkMessages.WorkSummary;

/** A work order as its page shows it. */
public final class WorkView {
    private final Page page;
    private final WorkFile file;
    private final Set<Role> roles;

    WorkView(Page page, WorkFile file, Set<Role> roles) {
        this.page = page;
        this.file = file;
        this.roles = roles;
    }

    public WorkFile file() {
        return file;
    }

    public WorkSummary work() {
        return file.work();
    }

    public Set<Role> roles() {
        return roles;
    }

    public String here() {
        return "/staff/workshop/" + work().code();
    }

    public boolean can(String move) {
        return file.moves().stream().anyMatch(known -> known.name().equals(move));
    }

    public boolean isFinishable(WorkStep step) {
        return file.workable() && !step.done() && step.items().stream().allMatch(item -> item.done());
    }

    /** Who did it; nobody's name stands where the shop did. */
    public String actor(WorkEvent event) {
        boolean ofTheShop = event.what().equals("OPEN") || event.what().equals("CANCEL");
        return event.actor() != null ? event.actor() : ofTheShop ? "ROLT" : page.text("work.gone");
    }

    /** A key for one note. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
