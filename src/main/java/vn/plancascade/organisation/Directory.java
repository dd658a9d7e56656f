package vn.plancascade.organisation;

import java.util.List;

/** Looks people and held roles up, for the login and the engine. Only enabled people and roles held today are found. */
public interface Directory {

    /** A page of the people that fit, by login. */
    List<Person> people(PersonQuery query, int offset, int limit);

    long countPeople(PersonQuery query);

    /** The candidate groups of all roles held today, by id. */
    List<String> groups();
}
