package io.kilowatch.simulators.load;

/** The registry document of an enterprise of a load: its devices, each with registers of electricity. */
final class LoadDocument {
    private LoadDocument() {}

    static String of(LoadProvince province, int enterprise) {
        String code = province.code(enterprise);
        int first = enterprise * province.perEnterprise();
        int end = Math.min(province.devices(), first + province.perEnterprise());
        StringBuilder yaml = new StringBuilder(4_096)
                .append("enterprise: {code: ")
                .append(code)
                .append(", name: {zh: 压力测试 ")
                .append(enterprise)
                .append(", en: Load ")
                .append(enterprise)
                .append("}, region: \"640100\", industry: C3140, plant: existing}\ndevices:\n");
        for (int device = first; device < end; device++) {
            String id = province.device(device);
            yaml.append("  - {id: ")
                    .append(id)
                    .append(", password: \"")
                    .append(province.passwords().hash(code, id).text())
                    .append("\", interval: PT15M}\n");
        }
        yaml.append("meters:\n");
        for (int device = first; device < end; device++) {
            meters(yaml, province, device);
        }
        return yaml.toString();
    }

    private static void meters(StringBuilder yaml, LoadProvince province, int device) {
        for (int place = 0; place < province.readings(); place++) {
            yaml.append("  - {id: ")
                    .append(Template.meter(device % province.perEnterprise(), place))
                    .append(", device: ")
                    .append(province.device(device))
                    .append(", name: {zh: 电表, en: meter}, carrier: electricity, kind: register, unit: kWh,")
                    .append(" interval: PT15M}\n");
        }
    }
}
