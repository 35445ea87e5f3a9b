// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import ScenarioFiles

/// One sentence for a mistake in a recorded file: file, line, column, found, allowed.
func sentence(for error: RecordError, in file: String) -> String {
  let column = error.column.map { "\($0.isEmpty ? "a column without a heading" : $0): " } ?? ""
  var question = ""
  if case .unknownColumn(let known) = error.problem, let found = error.column,
    let near = nearestName(to: found, among: known)
  {
    question = " Did you mean \(near)?"
  }
  return "\(file):\(error.line): \(column)\(words(error.problem))\(question)"
}

private func words(_ problem: RecordError.Problem) -> String {
  switch problem {
  case .empty: "no rows; allowed: a header and at least one row."
  case .openQuotation: "a quotation mark that is never closed."
  case .repeatedColumn: "the column stands there twice."
  case .wrongFieldCount(let found, let expected):
    "fields: found \(found), allowed \(expected) as in the header."
  case .unknownColumn(let known): "an unknown column; allowed: \(known.joined(separator: ", "))."
  case .columnNeeded(let names):
    "no column \(names.joined(separator: " or ")), which is needed here."
  case .columnsExclude(let names):
    "cannot stand beside a column \(names.joined(separator: " or "))."
  case .notADate(let text): "found \(text), allowed a date such as 2026-11-11."
  case .notAMonth(let text): "found \(text), allowed a month such as 2026-11."
  case .notATime(let text): "found \(text), allowed a time such as 2026-11-11 20:05."
  case .notAnHour(let text): "found \(text), allowed an hour from 0 to 23."
  case .notACount(let text): "found \(text), allowed a whole number of 0 or more."
  case .countTooLarge(let text, let most): "found \(text), allowed at most \(most)."
  case .currenciesMixed(let found, let expected):
    "found \(found), allowed \(expected), the currency of the contract."
  case .notAnAmount(let text, let error): "found \(text), allowed \(words(error))."
  case .negative(let text): "found \(text), allowed 0 or more."
  case .notWholeMinutes(let text): "found \(text), allowed hours that are whole minutes."
  case .notOneOf(let text, let allowed):
    "found \(text), allowed \(allowed.joined(separator: ", "))."
  case .mustNotBeEmpty: "found nothing, but the row needs it."
  case .duplicate(let line): "given before, on line \(line)."
  case .monthMissing(let month): "no row of \(month), though months before and after are there."
  case .tooManyYears: "more than 20 years; allowed at most that."
  }
}

private func words(_ error: DecimalError) -> String {
  switch error {
  case .notANumber: "a decimal number such as 1234.50, without separators of thousands"
  case .tooManyPlaces(_, let places): "at most \(places) decimal places"
  case .tooLarge: "at most ten trillion"
  }
}

/// Says on standard error what was assumed in reading a recorded file.
func sayAssumptions(_ notes: RecordNotes, in file: String) {
  for note in notes.notes {
    let cells = note.count > 1 ? " (\(note.count) cells)" : ""
    let what =
      switch note.kind {
      case .date: "year, month, day"
      case .thousands: "the comma parts thousands"
      case .zerosBehindPoint: "a whole number"
      case .zoneLeftOut: "the zone was left out, the clock is read as written"
      }
    printError(
      "\(file):\(note.line): note: \(note.written) was read as \(note.read): \(what)\(cells).")
  }
}

/// One sentence for a contract's life that cannot be put into a ledger.
func sentence(for error: LedgerError) -> String {
  switch error {
  case .pricing(let error): sentence(for: error as any Error)
  case .endsOutsideTerm(let date, let term):
    "found an end on \(date), allowed \(term.first) to \(term.last)."
  case .notInTrial(let date, let end):
    "\(date) is not within a trial"
      + (end.map { ", which ends on \($0)." } ?? "; the contract has none.")
  case .noNoticeClause: "notice was given, but the contract has no notice clause."
  case .noTerminationRight(let date, let earliest):
    "the provider has no right to terminate on \(date)"
      + (earliest.map { "; the earliest is \($0)." } ?? ".")
  case .delayOutOfRange(let month, let days):
    "\(month?.description ?? "annual fee"): found \(days) days late, allowed 0 to "
      + "\(ContractLife.longestDelay)."
  case .monthNotBilled(let month, let billed):
    "payments: found \(month), allowed a month with an invoice"
      + (billed.first.map { ", from \($0) to \(billed.last ?? $0)." } ?? ".")
  case .poachingBeforeContract(let date, let first):
    "poaching: found \(date), allowed days from \(first) on, when the contract begins."
  case .peopleOutOfRange(let date, let people):
    "\(date): found \(people) people, allowed 0 to 1000000."
  }
}
