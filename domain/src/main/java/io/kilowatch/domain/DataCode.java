package io.kilowatch.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collection data code (采集数据编码) of the national system, sixteen digits written {@code PP-UU-EENN-CCTTTT-XX}
 * (NHJC-02-2018, as public implementations have it).
 *
 * @param process production process (生产工序), 2 digits
 * @param unit unit of the process (工序单元), 2 digits
 * @param equipmentType type of key equipment (重点耗能设备类型), 2 digits
 * @param equipment number of the equipment (设备编号), 2 digits
 * @param energyClass what is collected (采集对象类型), 2 digits
 * @param energyType carrier, product or indicator within its class, 4 digits
 * @param usage what it is for (用途), 2 digits
 */
public record DataCode(
        String process,
        String unit,
        String equipmentType,
        String equipment,
        String energyClass,
        String energyType,
        String usage) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{2})-?(\\d{2})-?(\\d{2})(\\d{2})-?(\\d{2})(\\d{4})-?(\\d{2})");
    private static final String NONE = "00";
    private static final int WHOLE_PLANT = 1;
    private static final int EQUIPMENT = 4;

    /** The code of a text with or without its hyphens; empty if it is none. */
    public static Optional<DataCode> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new DataCode(
                        form.group(1),
                        form.group(2),
                        form.group(3),
                        form.group(4),
                        form.group(5),
                        form.group(6),
                        form.group(7)))
                : Optional.empty();
    }

    /**
     * Whether it can be of a scope (范围): 1 the whole plant, 2 a process, 3 a unit of a process, 4 key equipment. What is
     * narrower than the scope is {@code 00}.
     */
    public boolean isOf(int scope) {
        if (scope < WHOLE_PLANT || scope > EQUIPMENT) {
            return false;
        }
        boolean wholePlant = process.equals(NONE);
        boolean wholeProcess = unit.equals(NONE);
        boolean wholeUnit = equipmentType.equals(NONE) && equipment.equals(NONE);
        return switch (scope) {
            case 1 -> wholePlant && wholeProcess && wholeUnit;
            case 2 -> wholeProcess && wholeUnit;
            case 3 -> wholeUnit;
            default -> true;
        };
    }

    /** With hyphens, as it is written. */
    @Override
    public String toString() {
        return process + '-' + unit + '-' + equipmentType + equipment + '-' + energyClass + energyType + '-' + usage;
    }
}
