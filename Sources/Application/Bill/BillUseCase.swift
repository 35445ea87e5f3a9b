// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Money
import Plans
import Pricing
import ScenarioFiles
import Scenarios

/// Prices recorded months by a contract, or by every plan of a scenario, and checks an invoice.
package struct BillUseCase: UseCase {
  package struct Request: Sendable {
    /// Path of a contract, or of a scenario.
    package var contract: String
    /// The contract's text where a face holds it itself; nil reads the file.
    package var text: String?
    /// Path of the recorded usage.
    package var usage: String
    /// Of a scenario, the one plan to price.
    package var plan: String?
    /// Path of what the parties did.
    package var life: String?
    /// Path of a received invoice.
    package var against: String?
    /// Changes of the contract's values, each as `path=value`.
    package var settings: [String]
    /// Whether a scenario may name files that do not lie in its folder.
    package var allowsOutside: Bool

    package init(
      contract: String, text: String? = nil, usage: String, plan: String? = nil,
      life: String? = nil,
      against: String? = nil, settings: [String] = [], allowsOutside: Bool = false
    ) {
      self.contract = contract
      self.text = text
      self.usage = usage
      self.plan = plan
      self.life = life
      self.against = against
      self.settings = settings
      self.allowsOutside = allowsOutside
    }
  }

  package struct Outcome: Sendable {
    package let bills: [PlanBill]
    /// Where an invoice was given.
    package let audit: BillAudit?
  }

  private let request: Request
  private let overrides: [(path: String, value: String)]

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    overrides = try singleValues(of: request.settings)
  }

  package var inputs: [String] {
    [request.contract, request.usage] + [request.life, request.against].compactMap(\.self)
  }

  /// Progress is what was assumed in reading the files.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let life = try request.life.map { path throws(ApplicationError) in
      try reading(path) { () throws(ScenarioFileError) in try LifeFile.load(path) }
    }
    let overrides = overrides
    let (path, text, allowsOutside) = (request.contract, request.text, request.allowsOutside)
    let file = try reading(path) { () throws(ScenarioFileError) in
      var text = text ?? ""
      if request.text == nil { text = try ScenarioFile.text(of: path) }
      return try ContractFile.read(
        text, path: path, overrides: overrides, allowsOutside: allowsOutside)
    }
    let bills: [PlanBill] =
      switch file {
      case .contract(let contract): [try bill(contract, life, report)]
      case .scenario(let scenario): try self.bills(scenario, life, report)
      }
    let audit = try request.against.map { path throws(ApplicationError) in
      try BillAudit(of: bills, against: path, report)
    }
    return Outcome(bills: bills, audit: audit)
  }

  private func bill(
    _ contract: Contract, _ life: ContractLife?, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> PlanBill {
    if request.plan != nil { throw .request(.planOfContract(file: request.contract)) }
    let reading = UsageReading([contract])
    let records = try records(reading, report)
    do throws(LedgerError) {
      let ledger = try Ledger(contract, usage: records, life: life ?? ContractLife())
      return PlanBill(plan: contract.name, contract: contract, outcome: .priced(ledger))
    } catch {
      let refusal = BillRefusal(error, contract, records)
      let file =
        error.isOfLife
        ? request.life ?? request.contract
        : error.isOfUsage ? request.usage : request.contract
      throw error.isWithoutAnswer
        ? .noAnswer(.bill(subject: file, refusal)) : .file(file, .bill(refusal))
    }
  }

  private func bills(
    _ scenario: PlannedScenario, _ life: ContractLife?, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> [PlanBill] {
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let plans = scenario.plans.filter { request.plan == nil || $0.name == request.plan }
    let values = Dictionary(
      scenario.inquiryTypes.map { ($0.name, $0.orderValue) },
      uniquingKeysWith: { first, _ in first })
    let reading = UsageReading(plans.map(\.contract), orderValues: values)
    let records = try records(reading, report)
    return plans.map { plan in
      return PlanBill(plan, records, scenario.scenario, life: life ?? ContractLife())
    }
  }

  private func records(
    _ reading: UsageReading, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> RecordedUsage {
    let notes = RecordNotes()
    let export = try ExportFile(path: request.usage)
    export?.note(report)
    let days = try export?.usage()
    do throws(RecordError) {
      let records =
        if let days {
          try UsageFile.parse(days, for: reading, notes: notes)
        } else {
          try UsageFile.read(path: request.usage, for: reading, notes: notes)
        }
      if notes.isGBK { report(ReadingNote(file: request.usage, what: .gbk)) }
      for note in notes.notes { report(ReadingNote(file: request.usage, what: .record(note))) }
      return records
    } catch {
      throw .file(request.usage, .records(error))
    }
  }

}
