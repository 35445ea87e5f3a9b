// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Capacity
import Demand
import Foundation
import Plans
import Reporting
import Rostering
import Scenarios
import Tables
import Wording

/// What a page asks for, and how it becomes work.
struct JobRequest: Sendable {
  let kind: JobKind
  let run: RunRequest
  /// `plan`, `dates`, `hold`, `rules`; what is not there is as on the command line.
  let options: [String: String]
  /// Staff and cover of a roster to be made.
  let roster: RosterTexts?
  /// Lines of plans whose size is known already.
  let sized: [String: [StaffingLine]]
  let uploads: Uploads

  private func option(_ name: String) -> String? {
    options[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private var hold: TargetHold { option("hold").flatMap(TargetHold.init(rawValue:)) ?? .day }

  /// - Throws: What is wrong with the request, before anything is worked on.
  func work() throws -> JobWork {
    switch kind {
    case .verdict:
      let useCase = try CompareUseCase(CompareUseCase.Request(run))
      return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
        shown(PlannerPage(style(language, useCase.scenario)).verdict(outcome))
      }
    case .explore:
      let useCase = try ExploreUseCase(ExploreUseCase.Request(run))
      return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
        shown(PlannerPage(style(language, useCase.scenario)).exploration(outcome))
      }
    case .score:
      let rules = (option("rules") ?? "").split(separator: ",").map(String.init)
      let useCase = try CompareUseCase(
        CompareUseCase.Request(run, volumeMultiples: [], rules: RuleChoice(rules)))
      return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
        shown(PlannerPage(style(language, useCase.scenario)).scorecards(outcome))
      }
    case .require:
      let useCase = try RequireUseCase(
        RequireUseCase.Request(
          run, plan: option("plan"), dates: option("dates"), hold: hold, sized: sized))
      return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
        shown(PlannerPage(NumberStyle(language)).requirement(outcome))
      }
    case .plan:
      let useCase = try PlanUseCase(
        PlanUseCase.Request(
          run, plans: [option("plan")].compactMap(\.self), dates: option("dates"), hold: hold))
      return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
        shown(PlannerPage(style(language, outcome.scenario)).staffPlan(outcome))
          .with(["files": PlannerPage.rosterFiles(outcome)])
      }
    case .headcount:
      let useCase = try HeadcountUseCase(
        HeadcountUseCase.Request(run, plans: [option("plan")].compactMap(\.self)))
      return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
        shown(PlannerPage(style(language, outcome.scenario)).headcount(outcome))
      }
    case .today: return try todayWork()
    case .roster: return try rosterWork()
    }
  }

  private func todayWork() throws -> JobWork {
    func path(_ name: String) throws -> String? {
      try option(name).map { try uploads.path(of: $0) }
    }
    let useCase = try TodayUseCase(
      TodayUseCase.Request(
        run, soFar: HistoryRequest(try uploads.path(of: option("so-far")), gaps: .permit),
        plan: option("plan"), roster: try path("roster"), shifts: try path("shifts"),
        date: option("date"), now: option("now")))
    let notes = Notes()
    return JobWork(
      useCase, each: { if case .note(let note) = $0 { notes.add(note) } },
      progress: { JobProgress($0) }
    ) { outcome, language in
      shown(
        PlannerPage(style(language, outcome.scenario))
          .today(outcome, notes: notes.sentences(language, uploads)))
    }
  }

  private func rosterWork() throws -> JobWork {
    guard let texts = roster else { throw RequestBody.Problem.unreadable }
    let files = try texts.keep(in: uploads)
    let useCase = try RosterMakeUseCase(
      RosterMakeUseCase.Request(
        cover: files.cover, staff: files.staff, shifts: files.shifts, threads: run.threads))
    return JobWork(useCase, progress: { JobProgress($0) }) { outcome, language in
      shown(PlannerPage(NumberStyle(language)).roster(outcome)).with([
        "roster": RosterJSON(outcome.problem, outcome.solution.roster).value(
          violations: outcome.violations, language),
        "files": texts.json,
      ])
    }
  }

  private func shown(_ markup: String) -> JSONValue { ["markup": .string(markup)] }

  private func style(_ language: Language, _ scenario: PlannedScenario) -> NumberStyle {
    NumberStyle(language, currency: scenario.currency)
  }
}

extension RosterTexts {
  /// Staff, shifts and cover as files.
  func keep(in uploads: Uploads) throws -> (staff: String, shifts: String?, cover: String) {
    func path(_ text: String, _ name: String) throws -> String {
      try uploads.path(of: try uploads.keep(Data(text.utf8), as: name))
    }
    return (
      try path(staff, "staff.csv"), shifts.isEmpty ? nil : try path(shifts, "shifts.csv"),
      try path(cover, "cover.csv")
    )
  }
}
