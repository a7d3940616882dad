import { speak } from "./i18n.js";

// The texts that all pages share.
speak({
  zh: {
    offline: "无法连接服务", failed: "操作未成功：{0}", loadFailed: "读取失败：{0}", language: "Switch to English", theme: "切换明暗主题",
    within: "合格", exceeds: "超限", "cannot-be-judged": "无法判定", day: "日", month: "月", year: "年", value: "数值", limit: "限额",
    margin: "相对限额", verdict: "判定", judgedBy: "按 {0} 级判定", level: "{0} 级", levelReached: "达到等级", below: "未达到任何等级",
    completeness: "数据完整率", noQuota: "没有适用的限额标准", effective: "{0} 起实施", source: "出处", reasons: "无法判定的原因",
    verified: "✓ 数值已核对原文", unverified: "! 数值未核对原文", unverifiedShort: "! 未核对", verifiedHint: "此数值已在出处原文中读到。",
    unverifiedHint: "此数值来自二手资料或记忆，尚未在原文中核对，使用前请查证。",
    bulletLabel: "{0} {1}，限额 {2}，{3}", chartLabel: "{0} 趋势图", unknownRegion: "地区 {0}", unknownIndustry: "行业 {0}",
    warningGrade: "预警等级", corrected: "限额修正", published: "标准公布值", afterCorrection: "修正后", difference: "差", correctedBy: "修正依据",
    since2: "自 {0}", stretches: "按标准版本与输入分段", stretch: "时段", edition: "标准版本", whole12: "全期",
    wholeRule: "全期按 Σ分子 ÷ Σ分母 计算；全期限额为各段修正后限额按分母加权：Σ(限额 × 分母) ÷ Σ分母。",
    comparisons: "对比值", met: "达到", notMet: "未达到", "mark.benchmark": "标杆", "mark.baseline": "基准", "mark.schedule": "计划",
    legendLimit: "适用限额", legendBenchmark: "标杆水平", legendValue: "实际值", tableOf: "数据表", period: "统计期",
  },
  en: {
    offline: "the service cannot be reached", failed: "That did not work: {0}", loadFailed: "Could not be read: {0}", language: "切换为中文", theme: "Switch between light and dark",
    within: "Within limit", exceeds: "Exceeds", "cannot-be-judged": "Cannot be judged", day: "Day", month: "Month", year: "Year", value: "Value", limit: "Limit",
    margin: "vs limit", verdict: "Verdict", judgedBy: "judged by level {0}", level: "Level {0}", levelReached: "Level reached", below: "none",
    completeness: "Completeness", noQuota: "No quota standard applies", effective: "in force from {0}", source: "Source", reasons: "Why it cannot be judged",
    verified: "✓ figures read in the text", unverified: "! figures not yet verified", unverifiedShort: "! unverified", verifiedHint: "This figure was read in the source itself.",
    unverifiedHint: "This figure is second-hand or recalled and was not read in the source. Check it before you rely on it.",
    bulletLabel: "{0} {1}, limit {2}, {3}", chartLabel: "Trend of {0}", unknownRegion: "region {0}", unknownIndustry: "industry {0}",
    warningGrade: "Early warning", corrected: "Correction of the limits", published: "As published", afterCorrection: "After correction", difference: "Difference", correctedBy: "Corrected by",
    since2: "from {0}", stretches: "By edition and inputs", stretch: "Stretch", edition: "Edition", whole12: "The whole",
    wholeRule: "The whole is Σ above the line ÷ Σ below it; its limit is each stretch's corrected limit weighted by what is below the line: Σ(limit × below) ÷ Σ below.",
    comparisons: "Compared with", met: "met", notMet: "not met", "mark.benchmark": "benchmark", "mark.baseline": "baseline", "mark.schedule": "due",
    legendLimit: "limit that applies", legendBenchmark: "benchmark level", legendValue: "value", tableOf: "Table", period: "Period",
  },
});
