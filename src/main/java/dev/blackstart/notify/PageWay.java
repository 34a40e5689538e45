package dev.blackstart.notify;

import jakarta.enterprise.context.ApplicationScoped;

/** The product's own pages: a message is there as soon as its entry stands in the journal. Reaches everybody. */
@ApplicationScoped
class PageWay implements Way {

    static final String KEY = "page";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean reaches(String person) {
        return true;
    }

    @Override
    public boolean arrivesByItself() {
        return true;
    }

    @Override
    public void deliver(Delivery delivery) {
        // nothing has to travel: the reader's page comes from the journal
    }
}
