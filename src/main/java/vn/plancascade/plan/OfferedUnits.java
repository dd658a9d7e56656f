package vn.plancascade.plan;

import java.util.List;

/** The units that are offered where one is to watch over a plan or to answer for a task of it. */
public interface OfferedUnits {

    /** The ministry's own of today, by kind and name. */
    List<Offered> all();

    record Offered(String code, String name) {}
}
