// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Studies
import Wording

extension StudyProblem {
  var sentence: Localized {
    switch self {
    case .notAStudy:
      return Localized(
        en: "found something else, allowed a study as `inquiry study plan` writes it, unchanged; "
          + "plan it again.",
        zh: "不是 `inquiry study plan` 写出的研究文件，或已被改动；请重新执行 plan。")
    case .otherSchema(let found, let known):
      return Localized(
        en: "schema_version: found \(found), allowed \(known); plan the study again with this "
          + "program.",
        zh: "schema_version：现为 \(found)，应为 \(known)；请用本程序重新执行 plan。")
    case .otherVersion(let found, let own):
      return Localized(
        en: "the study was planned by version \(found), and this program is version \(own): their "
          + "figures may differ. Run it with that version, or plan it again.",
        zh: "该研究由版本 \(found) 规划，而本程序为版本 \(own)，两者结果可能不同。请用原版本运行，或重新执行 plan。")
    case .scenarioChanged(let scenario):
      return Localized(
        en: "\(scenario) or one of its histories has changed since the study was planned. Put it "
          + "back as it was, or plan the study again.",
        zh: "\(scenario) 或其历史数据在研究规划之后已改动。请恢复原样，或重新执行 plan。")
    case .unknownShard(let found, let count):
      return Localized(
        en: "shard: found \(found), allowed 0 to \(count - 1), the shards of this study.",
        zh: "分片：给出 \(found)，可用 0 至 \(count - 1)，即该研究的分片。")
    case .sizesMissing(let shards):
      return Localized(
        en: "the sizes that this shard goes by are not found yet; run first the shards "
          + "\(shards).",
        zh: "该分片所需的规模尚未求出；请先运行分片 \(shards)。")
    case .shardInUse(let shard):
      return Localized(
        en: "another process runs shard \(shard) now; try again when it has ended.",
        zh: "另一个进程正在运行分片 \(shard)；请在其结束后重试。")
    case .noPoints:
      return Localized(
        en: "found no points, allowed at least one value of at least one key.",
        zh: "没有任何点；至少应有一个键的一个取值。")
    case .pathTwice(let path):
      let path = Harmless.line(path, most: 200)
      return Localized(
        en:
          "\(path) is varied in two ways; give it once, under set, list, latin_hypercube or axes.",
        zh: "\(path) 被设置了两次；在 set、list、latin_hypercube、axes 中只能出现一次。")
    case .tooManyPoints(let found, let allowed):
      return Localized(
        en:
          "found \(found) points, allowed at most \(allowed); give fewer values, or plan parts of "
          + "the study.",
        zh: "共 \(found) 个点，最多 \(allowed) 个；请减少取值，或分几个研究规划。")
    case .tooManyReplications(let found, let allowed):
      return Localized(
        en: "found \(found) rows (points × plans × replications), allowed at most \(allowed).",
        zh: "共 \(found) 行（点 × 方案 × 模拟次数），最多 \(allowed) 行。")
    case .unknownMeasure(let key, let known):
      let near = nearestName(to: key, among: known)
      let key = Harmless.line(key, most: 80)
      let list = known.joined(separator: ", ")
      return Localized(
        en: "no measure \(key); there are \(list)." + (near.map { " Did you mean \($0)?" } ?? ""),
        zh: "没有指标 \(key)；可用 \(list)。" + (near.map { "是否指 \($0)？" } ?? ""))
    case .measureNotAsked(let key, let point):
      return Localized(
        en: "the output \(key) is not counted at point \(point); ask for it under measures of the "
          + "scenario.",
        zh: "第 \(point) 个点不统计输出 \(key)；请在场景的 measures 中加上它。")
    case .otherPlans(let point, let found, let expected):
      let (there, wanted) = (Harmless.list(found), Harmless.list(expected))
      return Localized(
        en:
          "plans: found \(there) at point \(point), allowed \(wanted): every point needs the same "
          + "plans.",
        zh: "plans：第 \(point) 个点有 \(there)，应有 \(wanted)；每个点的方案必须相同。")
    case .otherCurrency(let point, let found, let expected):
      return Localized(
        en: "currency: found \(found) at point \(point), allowed \(expected) as at the first.",
        zh: "currency：第 \(point) 个点为 \(found)，应与第一个点同为 \(expected)。")
    case .nothingDone:
      return Localized(
        en: "no shard of replications is done; run the study first.",
        zh: "还没有完成任何模拟分片；请先运行该研究。")
    case .notATable(let line):
      return Localized(
        en: "line \(line): found something else, allowed a points.csv as `inquiry study collect` "
          + "writes it.",
        zh: "第 \(line) 行：不是 `inquiry study collect` 写出的 points.csv。")
    }
  }
}
