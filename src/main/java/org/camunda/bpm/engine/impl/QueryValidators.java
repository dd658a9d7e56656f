package org.camunda.bpm.engine.impl;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Takes the place of the engine's class of this name, whose checks do not look into {@code orQueries}: an expression in
 * one of those is run even with expressions switched off (CVE-2026-109432, open in 7.24.0).
 *
 * <p>Our classes come before those of the libraries, in the packaged jar too. {@code QueryValidatorsTest} fails when
 * another version of the engine comes in, so that somebody looks whether this is still right.
 */
public class QueryValidators {

    private QueryValidators() {}

    /** Refuses expressions in queries as they are sent. */
    public static class AdhocQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

        @SuppressWarnings("rawtypes")
        public static final AdhocQueryValidator INSTANCE = new AdhocQueryValidator();

        private AdhocQueryValidator() {}

        @Override
        public void validate(T query) {
            refuseExpressions(query, "adhoc", ProcessEngineConfigurationImpl::isEnableExpressionsInAdhocQueries);
        }

        @SuppressWarnings("unchecked")
        public static <T extends AbstractQuery<?, ?>> AdhocQueryValidator<T> get() {
            return INSTANCE;
        }
    }

    /** Refuses expressions in queries that are kept as filters, both when they are saved and when they are run. */
    public static class StoredQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

        @SuppressWarnings("rawtypes")
        public static final StoredQueryValidator INSTANCE = new StoredQueryValidator();

        private StoredQueryValidator() {}

        @Override
        public void validate(T query) {
            refuseExpressions(query, "stored", ProcessEngineConfigurationImpl::isEnableExpressionsInStoredQueries);
        }

        @SuppressWarnings("unchecked")
        public static <T extends AbstractQuery<?, ?>> StoredQueryValidator<T> get() {
            return INSTANCE;
        }
    }

    private static void refuseExpressions(
            AbstractQuery<?, ?> query, String kind, Predicate<ProcessEngineConfigurationImpl> allowed) {
        if (!allowed.test(Context.getProcessEngineConfiguration()) && hasExpressions(query)) {
            throw new BadUserRequestException("Expressions are not allowed in " + kind + " queries");
        }
    }

    /** Looks at the query and at all that are nested in it; each holds itself as the first of its own. */
    private static boolean hasExpressions(AbstractQuery<?, ?> query) {
        Set<AbstractQuery<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<AbstractQuery<?, ?>> open = new ArrayDeque<>(List.of(query));
        while (!open.isEmpty()) {
            AbstractQuery<?, ?> next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (!next.getExpressions().isEmpty()) {
                return true;
            }
            open.addAll(nested(next));
        }
        return false;
    }

    private static List<? extends AbstractQuery<?, ?>> nested(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof ProcessInstanceQueryImpl cases) {
            return cases.getQueries();
        }
        if (query instanceof HistoricProcessInstanceQueryImpl cases) {
            return cases.getQueries();
        }
        return List.of();
    }
}
