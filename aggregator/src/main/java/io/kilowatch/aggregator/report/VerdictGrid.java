package io.kilowatch.aggregator.report;

import io.kilowatch.aggregator.figures.Tally;
import io.kilowatch.aggregator.report.Block.Grid;
import io.kilowatch.domain.Limits;
import io.kilowatch.domain.Quota;
import io.kilowatch.domain.Verdict;
import io.kilowatch.domain.Verdict.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Verdicts as a table of a report, and what they say together. */
final class VerdictGrid {
    private static final List<String> HEADS =
            List.of("指标", "单位", "本期值", "适用限值", "1级", "2级", "3级", "达到等级", "余量", "完整率", "判定", "依据标准");

    private VerdictGrid() {}

    static Grid of(String caption, List<Verdict> judged) {
        return new Grid(caption, HEADS, judged.stream().map(VerdictGrid::row).toList());
    }

    private static List<Item> row(Verdict verdict) {
        Judgement judgement = verdict.judgement().orElseThrow();
        int places = History.places(verdict.unit());
        Limits limits = judgement.limits();
        return List.of(
                Item.of(verdict.name().zh()),
                Item.of(unit(verdict.unit())),
                History.figure(verdict),
                Item.of(judgement.limit(), places),
                Item.of(limits.level1(), places),
                Item.of(limits.level2(), places),
                Item.of(limits.level3(), places),
                Item.of(judgement.levelReached().map(level -> level + " 级").orElse("未达")),
                Item.of(verdict.margin(), places),
                Item.percent(verdict.completeness()),
                Item.of(judgement.outcome()),
                Item.of(judgement.quota().map(VerdictGrid::standard).orElse("")));
    }

    private static String standard(Quota quota) {
        return quota.standard() + (quota.verified() ? "" : "＊");
    }

    static String unit(String unit) {
        return unit.equals("1") ? "—" : unit;
    }

    static Tally tally(List<Verdict> judged) {
        Tally tally = Tally.NONE;
        for (Verdict verdict : judged) {
            Optional<Judgement> judgement = verdict.judgement();
            tally = judgement.isPresent() ? tally.plus(judgement.get().outcome(), 1) : tally;
        }
        return tally;
    }

    /** How many came out how, in a sentence. */
    static String sentence(String period, List<Verdict> judged) {
        Tally tally = tally(judged);
        return judged.isEmpty()
                ? period + "没有按限额判定的指标。"
                : period + "按限额判定的指标共 " + judged.size() + " 项：达标 " + tally.within() + " 项，超限额 " + tally.exceeds()
                        + " 项，无法判定 " + tally.cannotBeJudged() + " 项。";
    }

    /** Why some could not be judged, one sentence each. */
    static List<Block> reasons(List<Verdict> judged) {
        List<Block> blocks = new ArrayList<>();
        for (Verdict verdict : judged) {
            List<io.kilowatch.domain.Reason> reasons =
                    verdict.judgement().map(Judgement::reasons).orElse(List.of());
            if (!reasons.isEmpty()) {
                blocks.add(new Block.Paragraph("“" + verdict.name().zh() + "”无法判定："
                        + reasons.stream().map(reason -> reason.text().zh()).collect(Collectors.joining("；")) + "。"));
            }
        }
        return blocks;
    }
}
