import { lang, t } from "./i18n.js";

// GB/T 2260 provinces, and prefectures and counties of Ningxia; GB/T 4754 classes and divisions of high energy use.
const PROVINCES = {
  11: "北京|Beijing", 12: "天津|Tianjin", 13: "河北|Hebei", 14: "山西|Shanxi", 15: "内蒙古|Inner Mongolia", 21: "辽宁|Liaoning",
  22: "吉林|Jilin", 23: "黑龙江|Heilongjiang", 31: "上海|Shanghai", 32: "江苏|Jiangsu", 33: "浙江|Zhejiang", 34: "安徽|Anhui",
  35: "福建|Fujian", 36: "江西|Jiangxi", 37: "山东|Shandong", 41: "河南|Henan", 42: "湖北|Hubei", 43: "湖南|Hunan", 44: "广东|Guangdong",
  45: "广西|Guangxi", 46: "海南|Hainan", 50: "重庆|Chongqing", 51: "四川|Sichuan", 52: "贵州|Guizhou", 53: "云南|Yunnan", 54: "西藏|Tibet",
  61: "陕西|Shaanxi", 62: "甘肃|Gansu", 63: "青海|Qinghai", 64: "宁夏|Ningxia", 65: "新疆|Xinjiang", 71: "台湾|Taiwan", 81: "香港|Hong Kong", 82: "澳门|Macao",
};
const PREFECTURES = { 6401: "银川|Yinchuan", 6402: "石嘴山|Shizuishan", 6403: "吴忠|Wuzhong", 6404: "固原|Guyuan", 6405: "中卫|Zhongwei" };
const COUNTIES = {
  640104: "兴庆|Xingqing", 640105: "西夏|Xixia", 640106: "金凤|Jinfeng", 640121: "永宁|Yongning", 640122: "贺兰|Helan", 640181: "灵武|Lingwu",
  640202: "大武口|Dawukou", 640205: "惠农|Huinong", 640221: "平罗|Pingluo", 640302: "利通|Litong", 640303: "红寺堡|Hongsibu", 640323: "盐池|Yanchi",
  640324: "同心|Tongxin", 640381: "青铜峡|Qingtongxia", 640402: "原州|Yuanzhou", 640422: "西吉|Xiji", 640423: "隆德|Longde", 640424: "泾源|Jingyuan",
  640425: "彭阳|Pengyang", 640502: "沙坡头|Shapotou", 640521: "中宁|Zhongning", 640522: "海原|Haiyuan",
};
const INDUSTRIES = {
  C2511: "原油加工|petroleum refining", C2521: "炼焦|coking", C2522: "煤制合成气|coal to syngas", C2523: "煤制液体燃料|coal to liquids",
  C2611: "无机酸制造|inorganic acids", C2612: "无机碱制造|inorganic alkalis", C2613: "无机盐制造|inorganic salts", C2614: "有机化学原料|organic chemicals",
  C2621: "氮肥制造|nitrogen fertiliser", C3011: "水泥制造|cement", C3041: "平板玻璃|flat glass", C3091: "石墨及碳素|graphite and carbon",
  C3110: "炼铁|iron making", C3120: "炼钢|steel making", C3130: "钢压延加工|steel rolling", C3140: "铁合金冶炼|ferroalloys",
  C3211: "铜冶炼|copper smelting", C3216: "铝冶炼|aluminium smelting", D4411: "火力发电|thermal power", D4412: "热电联产|heat and power",
  I6450: "互联网数据服务|data services", C25: "石油、煤炭加工|petroleum and coal processing", C26: "化学原料制造|chemicals",
  C30: "非金属矿物制品|non-metallic minerals", C31: "黑色金属冶炼|ferrous metals", C32: "有色金属冶炼|non-ferrous metals",
  D44: "电力、热力|power and heat", I64: "互联网服务|internet services",
};

const pick = pair => pair.split("|")[lang() === "zh" ? 0 : 1];

/** The name of a prefecture or, where that is not known, of the province. */
export function regionName(code, short = false) {
  const province = PROVINCES[code.slice(0, 2)];
  const prefecture = PREFECTURES[code.slice(0, 4)];
  if (!province) return t("unknownRegion", code);
  if (prefecture && short) return pick(prefecture);
  if (prefecture) return lang() === "zh" ? pick(province) + pick(prefecture) : `${pick(prefecture)}, ${pick(province)}`;
  return code.slice(2, 4) === "00" || code.length < 4 ? pick(province) : `${pick(province)} ${code.slice(0, 4)}`;
}

/** The name of a county or, where that is not known, of its prefecture. */
export const countyName = code => (COUNTIES[code] ? pick(COUNTIES[code]) : regionName(code, true));

export function industryName(code) {
  const known = INDUSTRIES[code] ?? INDUSTRIES[code.slice(0, 3)];
  return known ? pick(known) : t("unknownIndustry", code);
}
