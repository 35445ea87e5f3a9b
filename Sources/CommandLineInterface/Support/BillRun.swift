// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Money
import Plans
import Pricing
import Reporting
import ScenarioFiles
import Scenarios

/// Prices a usage file by a contract file.
struct BillRun {
  let bills: [PlanBill]

  init(
    contract path: String, usage: String, plan: String?, life lifePath: String?,
    settings: [String]
  ) throws(CommandFailure) {
    let life = try lifePath.map { path throws(CommandFailure) in
      try reading { () throws(ScenarioFileError) in try LifeFile.load(path) }
    }
    switch try Self.load(path, settings) {
    case .contract(let contract):
      if plan != nil {
        throw CommandFailure(
          status: .usage, message: "--plan: \(path) is a contract; only a scenario has plans.")
      }
      let text = try loadText(usage)
      let reading = UsageReading([contract])
      let records = try Self.records(text, usage, reading)
      if let why = Self.missingSales(text, contract, reading) {
        throw CommandFailure(status: .badData, message: "\(usage): \(why)")
      }
      do throws(LedgerError) {
        let ledger = try Ledger(contract, usage: records, life: life ?? ContractLife())
        bills = [PlanBill(plan: contract.name, contract: contract, outcome: .priced(ledger))]
      } catch {
        throw CommandFailure(
          status: error.isWithoutAnswer ? .noAnswer : .badData,
          message: "\(error.isOfLife ? lifePath ?? path : path): "
            + Self.sentence(for: error, contract, records))
      }
    case .scenario(let scenario):
      let plans = try Self.plans(of: scenario, named: plan)
      let text = try loadText(usage)
      let values = Dictionary(
        scenario.inquiryTypes.map { ($0.name, $0.orderValue) },
        uniquingKeysWith: { first, _ in first }
      )
      let reading = UsageReading(plans.map(\.contract), orderValues: values)
      let records = try Self.records(text, usage, reading)
      bills = plans.map { plan in
        if let why = Self.missingSales(text, plan.contract, reading) {
          return PlanBill(
            plan: plan.name, title: plan.title, contract: plan.contract, outcome: .refused(why))
        }
        return Self.bill(plan, records, scenario.scenario, life: life ?? ContractLife())
      }
    }
  }

  private static func load(
    _ path: String, _ settings: [String]
  ) throws(CommandFailure) -> ContractFile {
    let overrides = try singleValues(of: settings)
    return try reading { () throws(ScenarioFileError) in
      try ContractFile.load(path, overrides: overrides)
    }
  }

  private static func plans(
    of scenario: PlannedScenario, named name: String?
  ) throws(CommandFailure) -> [Plan] {
    guard let name else { return scenario.plans }
    let plans = scenario.plans.filter { $0.name == name }
    if plans.isEmpty {
      let known = scenario.plans.map(\.name).joined(separator: ", ")
      throw CommandFailure(
        status: .usage, message: "--plan: no plan \(name); the scenario has \(known).")
    }
    return plans
  }

  private static func records(
    _ text: String, _ path: String, _ reading: UsageReading
  ) throws(CommandFailure) -> RecordedUsage {
    let notes = RecordNotes()
    do throws(RecordError) {
      let records = try UsageFile.parse(text, for: reading, notes: notes)
      sayAssumptions(notes, in: path)
      return records
    } catch {
      throw CommandFailure(
        status: .badData, message: CommandLineInterface.sentence(for: error, in: path))
    }
  }

  private static func missingSales(
    _ text: String, _ contract: Contract, _ reading: UsageReading
  ) -> String? {
    UsageFile.missingSales(in: text, for: contract, reading: reading).first.map {
      "no column \($0.column), on which clauses[\($0.clause)] charges a share."
    }
  }

  private static func bill(
    _ plan: Plan, _ records: RecordedUsage, _ scenario: Scenario, life: ContractLife
  ) -> PlanBill {
    let (contract, usage) = plan.priced(on: records, in: scenario)
    do throws(LedgerError) {
      let ledger = try Ledger(contract, usage: usage, life: life)
      return PlanBill(
        plan: plan.name, title: plan.title, contract: contract, outcome: .priced(ledger))
    } catch {
      var why = sentence(for: error, contract, usage)
      if case .pricing(.unknownGroup(_, let group, _)) = error, plan.staffing.sizing != nil {
        why += " The plan's size is to be found: record the seats or shifts of \(group)."
      }
      return PlanBill(
        plan: plan.name, title: plan.title, contract: contract, outcome: .refused(why))
    }
  }

  private static func sentence(
    for error: LedgerError, _ contract: Contract, _ records: RecordedUsage
  ) -> String {
    if case .pricing(.noMonths) = error, let term = contract.term {
      return "the contract runs from \(term.first) to \(term.last), the usage from "
        + "\(records.span.first) to \(records.span.last); they share no day."
    }
    return CommandLineInterface.sentence(for: error)
  }
}

/// A received invoice beside what the contract makes of the usage.
struct BillAudit {
  let file: String
  let invoices: Invoices
  let differences: [InvoiceDifference]

  init(of bills: [PlanBill], against path: String) throws(CommandFailure) {
    guard bills.count == 1, let bill = bills.first else {
      let names = bills.map(\.plan).joined(separator: ", ")
      throw CommandFailure(
        status: .usage, message: "--against: name the plan of the invoice with --plan: \(names).")
    }
    guard let invoices = bill.invoices else {
      guard case .refused(let why) = bill.outcome else { preconditionFailure("neither outcome") }
      throw CommandFailure(status: .noAnswer, message: "\(bill.plan): \(why)")
    }
    file = URL(fileURLWithPath: path).lastPathComponent
    self.invoices = invoices
    differences = try Self.differences(invoices, of: bill.contract, path)
  }

  private static func differences(
    _ invoices: Invoices, of contract: Contract, _ path: String
  ) throws(CommandFailure) -> [InvoiceDifference] {
    let text = try loadText(path)
    let bill: ReceivedInvoice
    let notes = RecordNotes()
    do throws(RecordError) {
      bill = try InvoiceFile.parse(text, notes: notes)
      sayAssumptions(notes, in: path)
    } catch {
      throw CommandFailure(
        status: .badData, message: CommandLineInterface.sentence(for: error, in: path))
    }
    do throws(PricingError) {
      return try InvoiceAudit.compare(invoices, against: bill, of: contract)
    } catch {
      throw CommandFailure(status: .badData, message: "\(path): \(pricingSentence(error))")
    }
  }
}

extension LedgerError {
  /// Whether what the parties did is at fault, and not the contract or the usage.
  fileprivate var isOfLife: Bool {
    if case .pricing = self { false } else { true }
  }

  /// Whether the input is sound and the contract simply has no price for it.
  fileprivate var isWithoutAnswer: Bool {
    switch self {
    case .pricing(.volumeBeyondTiers), .pricing(.noPriceForShiftKind): true
    default: false
    }
  }
}
