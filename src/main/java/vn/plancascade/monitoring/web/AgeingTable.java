package vn.plancascade.monitoring.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.plancascade.deadline.Ageing;
import vn.plancascade.deadline.WorkStep;

/** What is overdue, by how late it is and by whose turn it is; every number leads to the list of its duties. */
record AgeingTable(List<WorkStep> steps, List<Row> rows, long largest) {

    static AgeingTable of(Map<Ageing, Map<WorkStep, Long>> cells, MonitorFilter filter) {
        List<WorkStep> steps = Arrays.stream(WorkStep.values())
                .filter(step -> step != WorkStep.settled && step != WorkStep.waiting && step != WorkStep.withSuperior)
                .toList();
        List<Row> rows = Arrays.stream(Ageing.values())
                .filter(ageing -> ageing != Ageing.notLate)
                .map(ageing -> new Row(
                        ageing,
                        steps.stream()
                                .map(step -> cell(cells, ageing, step, filter))
                                .toList()))
                .toList();
        long largest = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(Cell::n)
                .max()
                .orElse(0);
        return new AgeingTable(steps, rows, largest);
    }

    private static Cell cell(
            Map<Ageing, Map<WorkStep, Long>> cells, Ageing ageing, WorkStep step, MonitorFilter filter) {
        long n = cells.getOrDefault(ageing, Map.of()).getOrDefault(step, 0L);
        return new Cell(
                n,
                filter.list()
                        .with("overdue", true)
                        .with("step", step)
                        .with("daysLateFrom", ageing.from())
                        .with("daysLateTo", ageing.to().orElse(null))
                        .with("sort", "-daysLate")
                        .toString());
    }

    /** How dark the cell is, from 0 to 5: the darker the more of what is overdue stands here. */
    public int heat(long n) {
        return n == 0 || largest == 0 ? 0 : (int) Math.max(1, Math.round(5.0 * n / largest));
    }

    record Row(Ageing ageing, List<Cell> cells) {

        public long sum() {
            return cells.stream().mapToLong(Cell::n).sum();
        }
    }

    record Cell(long n, String address) {}
}
