package vn.plancascade.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rooms as a picture: callers above what they call, what everybody may call as the floor, the demo as the roof. */
final class RoomsPicture {

    private static final double EDGE = 20;
    private static final double HIGH = 76;
    private static final double BETWEEN = 46;
    private static final double BAR = 54;
    /** What fits into a box at 11 px. */
    private static final int LINE = 40;

    private static final String STYLE = """
        <style>
        text { font-family: Arimo, Arial, Liberation Sans, Helvetica, sans-serif; font-size: 11px; fill: #1d252c }
        .name { font-size: 14px; font-weight: bold }
        .inside { font-size: 10px; fill: #4b5a69; text-anchor: end }
        .room { fill: #eef1f4; stroke: #4b5a69 }
        .models { fill: #e3f0fb; stroke: #1f5f99 }
        .bar { fill: #fbfcfd; stroke: #4b5a69 }
        .call { fill: none; stroke: #3a4550; stroke-width: 1.3; marker-end: url(#arrow) }
        </style>
        <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
        <path d="M0,0 L8,4 L0,8 z" fill="#3a4550"/></marker></defs>
        """;

    private final Map<String, Room> rooms;
    private final Layers layers;
    private final List<Room> floor;
    private final List<Room> roof;
    private final StringBuilder svg = new StringBuilder();

    RoomsPicture(List<Room> all) {
        this.roof = all.stream()
                .filter(room -> room.mayCall().equals(Room.EVERYBODY))
                .toList();
        this.floor = all.stream().filter(room -> isCalledByAll(room, all)).toList();
        this.rooms = all.stream()
                .filter(room -> !floor.contains(room) && !roof.contains(room))
                .collect(Collectors.toMap(Room::name, room -> room, (one, other) -> one, LinkedHashMap::new));
        Map<String, Set<String>> mayCall = new LinkedHashMap<>();
        rooms.values()
                .forEach(room -> mayCall.put(
                        room.name(),
                        room.mayCall().stream()
                                .filter(rooms::containsKey)
                                .collect(Collectors.toCollection(TreeSet::new))));
        this.layers = new Layers(Layers.reduced(mayCall));
    }

    /** The kernel, and what calls nothing but it and is called by most that show something. */
    private static boolean isCalledByAll(Room room, List<Room> all) {
        return room.mayCall().isEmpty() || room.name().equals("web");
    }

    String draw() {
        double height = top(0) + HIGH + BETWEEN + BAR + EDGE;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\">%n",
                Layers.WIDTH + 2 * EDGE,
                height,
                Layers.WIDTH + 2 * EDGE,
                height));
        svg.append(STYLE);
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        layers.calls().forEach(this::draw);
        layers.layers()
                .forEach(layer -> layer.stream()
                        .filter(spot -> spot.width() == Layers.BOX)
                        .forEach(spot -> box(
                                rooms.get(spot.room()),
                                EDGE + layers.middle(spot) - Layers.BOX / 2,
                                top(spot.layer()),
                                Layers.BOX,
                                HIGH)));
        bar(roof, EDGE);
        bar(floor, top(0) + HIGH + BETWEEN);
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private double top(int layer) {
        return EDGE + BAR + BETWEEN + (layers.layers().size() - 1 - layer) * (HIGH + BETWEEN);
    }

    private void bar(List<Room> side, double y) {
        double width = (Layers.WIDTH - (side.size() - 1) * EDGE) / side.size();
        for (int i = 0; i < side.size(); i++) {
            box(side.get(i), EDGE + i * (width + EDGE), y, width, BAR);
        }
    }

    private void box(Room room, double x, double y, double width, double height) {
        String look = height == BAR ? "bar" : room.inside().contains("process") ? "models" : "room";
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\"/>%n",
                look,
                x,
                y,
                width,
                height));
        text("name", x + 10, y + 19, room.name());
        List<String> lines = wrapped(room.purpose(), (int) (LINE * (width - 20) / (Layers.BOX - 20)));
        for (int i = 0; i < lines.size(); i++) {
            text("says", x + 10, y + 35 + i * 13, lines.get(i));
        }
        if (!room.inside().isEmpty()) {
            text("inside", x + width - 10, y + 19, String.join(" · ", room.inside()));
        }
    }

    private void text(String look, double x, double y, String words) {
        svg.append(
                String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", look, x, y, words));
    }

    private void draw(Layers.Call call) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i < call.spots().size(); i++) {
            Layers.Spot from = call.spots().get(i - 1);
            Layers.Spot to = call.spots().get(i);
            double x1 = port(from, call, i - 1, true);
            double y1 = top(from.layer()) + HIGH;
            double x2 = port(to, call, i, false);
            double y2 = top(to.layer());
            double bend = (y2 - y1) / 2;
            line.append(String.format(
                    Locale.ROOT,
                    i == 1 ? "M%.1f,%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f" : " L%.1f,%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f",
                    x1,
                    y1,
                    x1,
                    y1 + bend,
                    x2,
                    y2 - bend,
                    x2,
                    y2));
        }
        svg.append(String.format("<path class=\"call\" d=\"%s\"/>%n", line));
    }

    /** Calls of one room leave and arrive side by side, in the order of where they come from or go to. */
    private double port(Layers.Spot spot, Layers.Call call, int place, boolean leaving) {
        if (spot.width() < Layers.BOX) {
            return EDGE + layers.middle(spot);
        }
        List<Layers.Call> side = new ArrayList<>(layers.calls().stream()
                .filter(other -> other.spots()
                        .get(leaving ? 0 : other.spots().size() - 1)
                        .equals(spot))
                .toList());
        side.sort(Comparator.comparingDouble(other ->
                layers.middle(other.spots().get(leaving ? 1 : other.spots().size() - 2))));
        return EDGE + layers.middle(spot) + Layers.BOX * 0.8 * ((side.indexOf(call) + 1.0) / (side.size() + 1) - 0.5);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
