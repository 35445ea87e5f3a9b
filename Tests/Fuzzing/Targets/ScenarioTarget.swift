// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Dispatch
import Planning
import Plans
import ScenarioFiles
import Scenarios
import Wording

enum ScenarioTarget {
  /// Reads a scenario, estimates it, and of a small one simulates and bills a replication of each plan.
  static func run(_ bytes: [UInt8]) {
    guard let text = text(bytes) else { return }
    // Nothing lies in this folder, and nothing outside it may be read.
    guard
      let planned = try? ScenarioFile.parse(text: text, path: "/nowhere/shop.yaml", overrides: [])
    else { return }
    let load = RunLoad(planned, threads: 1)
    guard load.excess(memoryLimit: 500e6) == nil, load.customers < 20_000, load.agentDays < 20_000
    else { return }
    for plan in planned.plans { evaluate(plan, in: planned.scenario) }
  }

  private static func evaluate(_ plan: Plan, in scenario: Scenario) {
    var plan = plan
    if let sizing = plan.staffing.sizing {
      plan.staffing = plan.staffing.sized(max(1, sizing.range.lowerBound))
      plan.staffing.sizing = nil
    }
    let resolved = plan
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      if var evaluation = try? GroupEvaluation([resolved], scenario: scenario) {
        try? await evaluation.run(upTo: 1, threads: 1)
      }
      done.signal()
    }
    done.wait()
  }
}

enum MessageTarget {
  /// Longer messages help nobody.
  static let mostBytes = 16_384

  static func run(_ bytes: [UInt8]) {
    guard let text = text(bytes) else { return }
    let source = ScenarioSource(text: text, path: "/nowhere/shop.yaml")
    do throws(ApplicationError) {
      _ = try source.scenario()
    } catch {
      check(error)
    }
    // The same text as what somebody writes after --set.
    do throws(ApplicationError) {
      _ = try RunRequest(source, settings: [text]).scenario()
    } catch {
      check(error)
    }
  }

  private static func check(_ error: ApplicationError) {
    let sentence = error.sentence()
    for text in [sentence.en, sentence.zh] {
      precondition(!text.isEmpty, "an error without a sentence")
      for line in text.split(separator: "\n") {
        precondition(line.utf8.count <= mostBytes, "a message of \(line.utf8.count) bytes")
      }
    }
  }
}
