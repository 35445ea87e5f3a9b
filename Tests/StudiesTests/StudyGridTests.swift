// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Studies
import Testing
import Wording

struct StudyGridTests {
  @Test func `list, hypercube and axes are combined, the last axis moving fastest`() async throws {
    let shop = try StudyShop()
    try shop.write("shops.csv", "name,demand.daily_mean\nWest,40\n\"East, old\",\n")
    let grid = """
      scenario: shop.yaml
      set: {closed_hours: lost, plans.open: {staffing: [{group: desk, shift: day, agents: 1}], contract: {clauses: [{kind: seats, monthly_price: 100}]}}}
      list: shops.csv
      latin_hypercube: {points: 3, seed: 5, ranges: {gross_margin: {from: 0.2, to: 0.5}}}
      axes: {acceptable_wait: [30, 60 s]}
      replications: 2
      """
    let plan = try await shop.plan(grid).readPlan()
    #expect(plan.paths == ["name", "demand.daily_mean", "gross_margin", "acceptable_wait"])
    #expect(plan.points.count == 12)
    #expect(
      plan.points.map { $0.values[0] }
        == ["West", "East, old"].flatMap { Array(repeating: $0, count: 6) })
    #expect(plan.points.prefix(2).map { $0.values[3] } == ["30", "60 s"])
    #expect(plan.points[11].values[1] == "")
    #expect(
      plan.overrides(of: 11).map(\.path) == [
        "closed_hours", "plans.open", "name", "gross_margin", "acceptable_wait",
      ])
    #expect(Set(plan.points.map(\.hash)).count == 12)
    #expect(plan.points.allSatisfy { !$0.isSized })
  }

  @Test func `a grid that cannot be is refused in one clear message of both languages`()
    async throws
  {
    let shop = try StudyShop()
    let head = "scenario: shop.yaml\n"
    for (grid, words) in [
      ("axes: {demand.daily_mean: 1..2/1}", "no key scenario"),
      (head, "found no points, allowed axes, list or latin_hypercube"),
      (head + "axes: {}", "found no points"),
      (head + "axes: {demand.daily_men: [1, 2]}", "Did you mean daily_mean?"),
      (head + "axes: {demand.daily_mean: [40, -3]}", "point 1: "),
      (head + "axes: {demand.daily_mean: 9..1/1}", "a range is written"),
      (
        head + "set: {demand.daily_mean: 5}\naxes: {demand.daily_mean: [1, 2]}",
        "varied in two ways"
      ),
      (head + "list: [{seed: 1}]\naxes: {seed: [1, 2]}", "varied in two ways"),
      (head + "list: nowhere.csv", "no such file"),
      (head + "axes: {seed: 1..1000/1, gross_margin: 0..0.999/0.001}", "1000000 points"),
      (head + "axes: {seed: [1]}\noutputs: [csot]", "Did you mean cost?"),
      (head + "axes: {seed: [1]}\noutputs: [answered_within_30s]", "not counted at point 0"),
      (head + "axes: {seed: [1]}\nplans: [seats, none]", "every point needs the same plans"),
      (
        head + "axes: {seed: [1]}\nprecision: {relative: 5 %, measure: sales}\noutputs: [cost]",
        "no measure sales"
      ),
      (head + "latin_hypercube: {points: 3, ranges: {seed: {from: 3, to: 3}}}", "from below to"),
      (head + "axis: {seed: [1]}", "Did you mean axes?"),
      (head + "axes: {seed: [1]}\nreplications: 0", "1 to 1000000"),
    ] {
      let error = try #require(try await shop.refusal(of: grid), "\(grid)")
      let sentence = error.sentence()
      #expect(sentence.en.contains(words), "\(grid): \(sentence.en)")
      #expect(sentence.zh.unicodeScalars.contains { $0.value > 0x4E00 }, "\(sentence.zh)")
      #expect(sentence.zh != sentence.en)
    }
  }

  @Test func `a figure that moves more than its tolerance is told, and nothing else`() {
    func value(_ point: String, _ measure: String, _ mean: Double?) -> StudyValue {
      StudyValue(point: point, plan: "seats", measure: measure, mean: mean)
    }
    let before = [
      value("a=1", "cost", 100), value("a=1", "service_level", 0.8), value("a=2", "cost", 100),
      value("a=3", "cost", nil),
    ]
    let now = [
      value("a=1", "cost", 101), value("a=1", "service_level", 0.81), value("a=3", "cost", nil),
      value("a=4", "cost", 7),
    ]
    let loose = StudyTolerance(standard: 0.02, measures: ["service_level": 0.001])
    let drifts = loose.drifts(from: before, to: now)
    #expect(
      drifts.map { "\($0.value.point) \($0.value.measure)" } == [
        "a=1 service_level", "a=2 cost", "a=4 cost",
      ])
    #expect(drifts[1].now == nil)
    #expect(StudyTolerance(standard: 0.1).drifts(from: before, to: before).isEmpty)
  }

  @Test func `the limits of a cluster are read from what its commands print`() {
    let configuration = """
      Configuration data as of 2026-11-29T10:40:12
      AccountingStorageTRES   = cpu,mem,energy,node,billing
      MaxArraySize            = 1001
      MaxJobCount             = 10000
      SLURM_VERSION           = 22.05.8
      """
    let associations =
      "Account|QOS|MaxSubmit|GrpSubmit\nlab|normal,long|200|\nshared|normal||5000\n"
    let qualities = "Name|MaxSubmitPU|MaxSubmitPA\nnormal|500|\nlong|50|\nother|5|\n"
    var limits = SlurmLimits(
      configuration: configuration, associations: associations, qualities: qualities, queued: 8)
    #expect(limits == SlurmLimits(arraySize: 1001, submittedJobs: 42))
    #expect(limits.tasks(for: 7) == 7)
    #expect(limits.tasks(for: 10_000) == 42)
    limits.submittedJobs = nil
    #expect(limits.tasks(for: 10_000) == 1000)
    // A cluster without accounting, and no cluster.
    #expect(SlurmLimits(configuration: configuration).submittedJobs == nil)
    #expect(SlurmLimits(configuration: "") == .standard)
  }
}
