package vn.plancascade.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where rooms stand in the picture: each above all that it calls, and, within a layer, near what it is tied to. A call over
 * more than one layer passes through a narrow gap in each layer between.
 */
final class Layers {

    static final double BOX = 232;
    static final double WIDTH = 1060;
    private static final double GAP = 26;
    private static final double SPACE = 22;
    private static final int SWEEPS = 24;

    /** A room, or the gap that a call passes through. */
    record Spot(String room, int layer, double width) {}

    /** A call, by the spots it goes through from top to bottom. */
    record Call(List<Spot> spots) {}

    private final List<List<Spot>> layers = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Spot, Double> middle = new HashMap<>();

    /** @param direct who calls whom, without what is also reached through another room */
    Layers(Map<String, Set<String>> direct) {
        Map<String, Spot> rooms = new LinkedHashMap<>();
        direct.keySet().forEach(room -> rooms.put(room, new Spot(room, depth(room, direct), BOX)));
        rooms.values().forEach(spot -> layer(spot.layer()).add(spot));
        direct.forEach(
                (caller, called) -> called.forEach(callee -> calls.add(call(rooms.get(caller), rooms.get(callee)))));
        layers.forEach(
                layer -> pack(layer, layer.stream().map(spot -> WIDTH / 2).toList()));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                settle(layers.get(sweep % 2 == 0 ? i : layers.size() - 1 - i), sweep < SWEEPS / 2);
            }
        }
    }

    List<List<Spot>> layers() {
        return layers;
    }

    List<Call> calls() {
        return calls;
    }

    double middle(Spot spot) {
        return middle.get(spot);
    }

    private static int depth(String room, Map<String, Set<String>> direct) {
        return direct.get(room).stream()
                        .mapToInt(called -> depth(called, direct))
                        .max()
                        .orElse(-1)
                + 1;
    }

    private List<Spot> layer(int number) {
        while (layers.size() <= number) {
            layers.add(new ArrayList<>());
        }
        return layers.get(number);
    }

    private Call call(Spot caller, Spot callee) {
        List<Spot> spots = new ArrayList<>(List.of(caller));
        for (int between = caller.layer() - 1; between > callee.layer(); between--) {
            Spot gap = new Spot(caller.room() + " to " + callee.room(), between, GAP);
            layer(between).add(gap);
            spots.add(gap);
        }
        spots.add(callee);
        return new Call(spots);
    }

    private void settle(List<Spot> layer, boolean mayChangePlaces) {
        if (mayChangePlaces) {
            layer.sort(Comparator.comparingDouble(this::pull).thenComparing(Spot::room));
        }
        pack(layer, layer.stream().map(this::pull).toList());
    }

    /** The middle of what the spot is tied to. */
    private double pull(Spot spot) {
        List<Spot> tied = new ArrayList<>();
        for (Call call : calls) {
            int place = call.spots().indexOf(spot);
            if (place > 0) {
                tied.add(call.spots().get(place - 1));
            }
            if (place >= 0 && place < call.spots().size() - 1) {
                tied.add(call.spots().get(place + 1));
            }
        }
        return tied.stream().mapToDouble(middle::get).average().orElse(middle.get(spot));
    }

    /** Sets the spots as near as they can be to where they want to be: between as far left and as far right as they go. */
    private void pack(List<Spot> layer, List<Double> wanted) {
        double[] left = new double[layer.size()];
        double[] right = new double[layer.size()];
        double needed = layer.stream().mapToDouble(Spot::width).sum() + SPACE * (layer.size() - 1);
        double free = WIDTH - needed;
        double taken = 0;
        for (int i = 0; i < layer.size(); i++) {
            double half = layer.get(i).width() / 2;
            double least = i == 0 ? half : left[i - 1] + layer.get(i - 1).width() / 2 + SPACE + half;
            left[i] = Math.min(Math.max(wanted.get(i), least), taken + half + free);
            taken += layer.get(i).width() + SPACE;
        }
        for (int i = layer.size() - 1; i >= 0; i--) {
            taken -= layer.get(i).width() + SPACE;
            double half = layer.get(i).width() / 2;
            double most = i == layer.size() - 1
                    ? WIDTH - half
                    : right[i + 1] - layer.get(i + 1).width() / 2 - SPACE - half;
            right[i] = Math.max(Math.min(wanted.get(i), most), taken + half);
        }
        for (int i = 0; i < layer.size(); i++) {
            middle.put(layer.get(i), (left[i] + right[i]) / 2);
        }
    }

    /** Who calls whom, without what is also reached through another room that is called. */
    static Map<String, Set<String>> reduced(Map<String, Set<String>> mayCall) {
        Map<String, Set<String>> direct = new LinkedHashMap<>();
        mayCall.forEach((room, called) -> {
            Set<String> kept = new TreeSet<>(called);
            called.forEach(other -> kept.removeAll(reached(other, mayCall)));
            direct.put(room, kept);
        });
        return direct;
    }

    private static Set<String> reached(String room, Map<String, Set<String>> mayCall) {
        Set<String> all = new TreeSet<>(mayCall.get(room));
        mayCall.get(room).forEach(called -> all.addAll(reached(called, mayCall)));
        return all;
    }
}
