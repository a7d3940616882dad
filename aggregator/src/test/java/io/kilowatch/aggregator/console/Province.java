package io.kilowatch.aggregator.console;

import io.kilowatch.registry.feed.RegistrySnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Enterprises of Ningxia that do not exist, of the industries that matter there. */
final class Province {
    private Province() {}

    static List<Works> all() {
        return List.of(
                Works.of(
                                1,
                                "青铜峡铝业示例有限公司",
                                "Qingtongxia Aluminium Example Co.",
                                "640381",
                                "C3216",
                                "铝液综合交流电耗",
                                "Comprehensive AC electricity of molten aluminium",
                                "aluminium.liquid-comprehensive-ac",
                                13_640,
                                1_640,
                                0)
                        .budgeted(1_010_000),
                Works.of(
                                2,
                                "中宁铝业示例公司",
                                "Zhongning Aluminium Example Co.",
                                "640521",
                                "C3216",
                                "铝液综合交流电耗",
                                "Comprehensive AC electricity of molten aluminium",
                                "aluminium.liquid-comprehensive-ac",
                                13_790,
                                760,
                                0)
                        .budgeted(466_000),
                Works.of(
                                3,
                                "固原建材水泥示例厂",
                                "Guyuan Cement Example Works",
                                "640402",
                                "C3011",
                                "水泥单位产品综合能耗",
                                "Comprehensive energy per t of cement",
                                "cement.energy",
                                85.4,
                                4_300,
                                0)
                        .corrected("clinker_ratio", "76", "1.15")
                        .budgeted(148_000),
                Works.of(
                        4,
                        "吴忠瀛海水泥示例公司",
                        "Wuzhong Yinghai Cement Example Co.",
                        "640302",
                        "C3011",
                        "熟料单位产品综合能耗",
                        "Comprehensive energy per t of clinker",
                        "cement.clinker.energy",
                        98.9,
                        5_200,
                        0),
                Works.of(
                                5,
                                "中卫云基地甲数据中心",
                                "Zhongwei Cloud Base Data Centre A",
                                "640502",
                                "I6450",
                                "电能利用效率 PUE",
                                "Power usage effectiveness",
                                "data-centre.pue.ningxia-new-large",
                                1.174,
                                420_000,
                                0)
                        .budgeted(22_600),
                Works.of(
                        6,
                        "灵武沙湖数据中心",
                        "Lingwu Shahu Data Centre",
                        "640181",
                        "I6450",
                        "电能利用效率 PUE",
                        "Power usage effectiveness",
                        "data-centre.pue.ningxia-new-large",
                        1.236,
                        160_000,
                        0),
                Works.of(
                                7,
                                "石嘴山硅铁冶炼示例厂",
                                "Shizuishan Ferrosilicon Example Smelter",
                                "640205",
                                "C3140",
                                "硅铁冶炼电耗",
                                "Smelting electricity of ferrosilicon",
                                "ferrosilicon.smelting-electricity",
                                8_190,
                                240,
                                60)
                        .corrected("ore_grade", "97", "40")
                        .budgeted(112_000),
                Works.of(
                                8,
                                "中宁锰硅合金示例公司",
                                "Zhongning Silicomanganese Example Co.",
                                "640521",
                                "C3140",
                                "锰硅合金冶炼电耗",
                                "Smelting electricity of silicomanganese",
                                "silicomanganese.smelting-electricity",
                                4_452,
                                310,
                                130)
                        .corrected("ore_grade", "34.5", "150"),
                Works.of(
                                9,
                                "平罗电石化工示例公司",
                                "Pingluo Carbide Chemical Example Co.",
                                "640221",
                                "C2613",
                                "电石单位产品综合能耗",
                                "Comprehensive energy per t of calcium carbide",
                                "calcium-carbide.energy",
                                796,
                                820,
                                0)
                        .budgeted(231_000),
                Works.of(
                                10,
                                "石嘴山钢铁示例公司",
                                "Shizuishan Steel Example Co.",
                                "640205",
                                "C3110",
                                "高炉工序单位产品能耗",
                                "Energy of the blast furnace per t of iron",
                                "steel.blast-furnace.energy",
                                419,
                                3_100,
                                0)
                        .corrected("feed_grade", "61", "3.61")
                        .budgeted(470_000),
                Works.of(
                                11,
                                "宁东煤制烯烃示例基地",
                                "Ningdong Coal-to-Olefins Example Base",
                                "640181",
                                "C2614",
                                "煤制烯烃单位产品能耗",
                                "Energy per t of olefins",
                                "coal-to-olefins.mto.energy",
                                1_420,
                                1_950,
                                0)
                        .budgeted(1_030_000),
                Works.of(
                        12,
                        "银川氮肥示例公司",
                        "Yinchuan Nitrogen Fertiliser Example Co.",
                        "640121",
                        "C2621",
                        "黄磷单位产品综合能耗",
                        "Comprehensive energy per t of yellow phosphorus",
                        "yellow-phosphorus.energy",
                        2_870,
                        40,
                        0),
                Works.of(
                        13,
                        "惠农电石示例公司",
                        "Huinong Carbide Example Co.",
                        "640205",
                        "C2613",
                        "电炉电耗",
                        "Furnace electricity of calcium carbide",
                        "calcium-carbide.furnace-electricity",
                        3_150,
                        560,
                        0),
                Works.of(
                        14,
                        "宁东炼油示例公司",
                        "Ningdong Refining Example Co.",
                        "640181",
                        "C2511",
                        "炼油单位能量因数能耗",
                        "Energy per unit of the energy factor",
                        "refining.energy-factor",
                        7.62,
                        13_000,
                        140),
                Works.of(
                        15,
                        "吴忠焦化示例公司",
                        "Wuzhong Coking Example Co.",
                        "640303",
                        "C2521",
                        "焦炭单位产品能耗",
                        "Energy per t of coke",
                        "coke.top-charged.energy",
                        121,
                        2_600,
                        0));
    }

    static RegistrySnapshot snapshot() {
        return new RegistrySnapshot(Map.copyOf(all().stream()
                .collect(Collectors.toMap(
                        works -> works.code().text(), works -> new RegistrySnapshot.Entry(works.enterprise(), 0)))));
    }
}
