package dev.blackstart.notify;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.Person;

/** The product's own pages: a message is there as soon as it stands in the database. Reaches everybody. */
@ApplicationScoped
class InAppChannel implements Channel {

    static final String KEY = "in-app";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean reaches(Person person) {
        return true;
    }

    @Override
    public boolean arrivesByItself() {
        return true;
    }

    @Override
    public void deliver(Delivery delivery, Person to) {
        // nothing has to travel
    }
}
