// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import Statistics

/// Simulates one replication; the same model and number give the same bits anywhere.
///
/// - Parameter policies: Routing policies in the place of the scenario's; nil for the scenario's.
package func simulate(
  _ model: SimulationModel, replication: Int, policies: RoutingPolicies? = nil
) -> ReplicationRecord {
  var nobody = NoObserver()
  return simulate(model, replication: replication, policies: policies, observer: &nobody)
}

/// Simulates one replication under the eyes of an observer.
package func simulate<Observer: SimulationObserver>(
  _ model: SimulationModel, replication: Int, policies: RoutingPolicies? = nil,
  observer: inout Observer
) -> ReplicationRecord {
  var record = ReplicationRecord(
    layout: model.contactLayout, interval: model.interval, intervalCount: model.intervalCount,
    groupCount: model.groups.count, agentCount: model.agentCount)
  let score: (TypeRule) -> RankedContacts.Score
  var slots = 0
  switch model.rules.contactSelection {
  case .fifo: score = RankedContacts.Score.firstCome
  case .priority: score = RankedContacts.Score.priority
  case .longestWeightedWait: score = RankedContacts.Score.longestWeightedWait
  case .dueDate: score = RankedContacts.Score.dueDate
  case .reserved(_, let kept):
    score = RankedContacts.Score.firstCome
    slots = kept
  }
  let ranks = model.groupRanks
  let scores = FixedArray(
    ranks.isEmpty ? model.types.map(score) : ranks.map { RankedContacts.Score(rank: $0) })
  let contacts = RankedContacts(
    scores: UnsafePointer(scores.base), stride: ranks.isEmpty ? 0 : model.types.count,
    reservedType: Int(model.reservedType),
    reservedSlots: slots)
  let run = ReplicationRun(model: model, replication: replication)
  if let policies {
    run.useBoxes(policies, contacts, &record, &observer)
  } else {
    run.chooseAgents(contacts, &record, &observer)
  }
  withExtendedLifetime(scores) {}
  return record
}

/// The choice of policies, made once and outside the loop.
private struct ReplicationRun {
  let model: SimulationModel
  let replication: Int

  func chooseAgents<Contacts: ContactSelector, Observer: SimulationObserver>(
    _ contacts: Contacts, _ record: inout ReplicationRecord, _ observer: inout Observer
  ) {
    let desk = DeskLayout(model: model, replication: replication)
    let everyDesk = SharedEffort<MarksBySlot>.self
    switch model.rules.agentSelection {
    case .leastLoaded where model.hasFixedEnds:
      run(EndCalendar.self, { LeastLoaded(desk) }, contacts, &record, &observer)
    // An observer asks which chat has ended.
    case .leastLoaded where model.sharesEffort && !Observer.isWatching:
      run(SharedEffort<MarksInOrder>.self, { LeastLoaded(desk) }, contacts, &record, &observer)
    case .leastLoaded: run(everyDesk, { LeastLoaded(desk) }, contacts, &record, &observer)
    case .mostLoadedBelow(let level):
      run(everyDesk, { MostLoadedBelow(desk, level: level) }, contacts, &record, &observer)
    case .longestIdle: run(everyDesk, { LongestIdle(desk) }, contacts, &record, &observer)
    case .roundRobin: run(everyDesk, { RoundRobin(desk) }, contacts, &record, &observer)
    case .weighted: run(everyDesk, { WeightedAgent(desk) }, contacts, &record, &observer)
    case .random: run(everyDesk, { RandomAgent(desk) }, contacts, &record, &observer)
    }
  }

  /// Foreign policies, and the scenario's where only one of the two is given.
  func useBoxes<Observer: SimulationObserver>(
    _ policies: RoutingPolicies, _ ranked: RankedContacts, _ record: inout ReplicationRecord,
    _ observer: inout Observer
  ) {
    let desk = DeskLayout(model: model, replication: replication)
    let box = policies.agents?(desk) ?? ownBox(desk)
    let contacts = BoxedContacts(base: policies.contacts ?? ranked)
    run(SharedEffort<MarksBySlot>.self, { BoxedSelector(box, desk) }, contacts, &record, &observer)
  }

  private func ownBox(_ desk: DeskLayout) -> any SelectorBox {
    switch model.rules.agentSelection {
    case .leastLoaded: SelectorBoxOf<LeastLoaded>(desk)
    case .mostLoadedBelow(let level):
      SelectorBoxOf(holding: MostLoadedBelow(desk, level: level))
    case .longestIdle: SelectorBoxOf<LongestIdle>(desk)
    case .roundRobin: SelectorBoxOf<RoundRobin>(desk)
    case .weighted: SelectorBoxOf<WeightedAgent>(desk)
    case .random: SelectorBoxOf<RandomAgent>(desk)
    }
  }

  private func run<
    Events: EventList & ~Copyable, Agents: AgentSelector & ~Copyable, Contacts: ContactSelector,
    Observer: SimulationObserver
  >(
    _ events: Events.Type, _ selector: () -> Agents, _ contacts: Contacts,
    _ record: inout ReplicationRecord,
    _ observer: inout Observer
  ) {
    // Out of the record for the time of the run: three tables are written at once.
    let layout = model.contactLayout
    var contactTable = ContactTable(layout: layout, intervalCount: 0)
    var groups: [GroupInterval] = []
    var times = TimeCounts(typeCount: 0)
    swap(&contactTable, &record.contacts)
    swap(&groups, &record.groups)
    swap(&times, &record.times)
    let replySums = FixedArray<Double>(repeating: 0, count: model.types.count)
    let atOnce = FixedArray<UInt32>(repeating: 0, count: contactTable.rowCount)
    let roundWaits = FixedArray<Double>(
      repeating: 0, count: layout.counts.countsRounds ? contactTable.rowCount : 0)
    let unansweredStarts = FixedArray<Double>(
      repeating: 0, count: layout.counts.timesUnanswered ? contactTable.rowCount : 0)
    let thresholds = FixedArray(layout.counts.thresholds + [.infinity, .infinity])
    let aliases = FixedArray(model.aliases)
    let events =
      model.absences.isEmpty
      ? model.calendar
      : model.absences.present(model.calendar, seed: model.seed, replication: replication)
    contactTable.withRows { counters, sums in
      groups.withUnsafeMutableBufferPointer { groupRows in
        times.counts.withUnsafeMutableBufferPointer { timeRows in
          events.withUnsafeBufferPointer { calendar in
            guard let groupBase = groupRows.baseAddress, let timeBase = timeRows.baseAddress,
              let calendarBase = calendar.baseAddress
            else { return }
            let books = Bookkeeping(
              counters: counters, sums: sums, atOnce: atOnce.base,
              counterCount: layout.counts.counterCount, thresholds: UnsafePointer(thresholds.base),
              waitPlace: layout.counts.waitPlace,
              replyPlace: layout.counts.replyPlace, roundPlace: layout.counts.roundPlace,
              roundWaits: roundWaits.base, unansweredStarts: unansweredStarts.base,
              groups: groupBase, times: timeBase, replySums: replySums.base,
              typeCount: layout.typeCount)
            var simulation = Simulation<Events, Agents, Contacts, Observer>(
              model: model, replication: replication, selector: selector(), contacts: contacts,
              aliases: UnsafePointer(aliases.base), calendar: calendarBase,
              calendarCount: events.count, books: books,
              observer: observer)
            simulation.run()
            simulation.agentTotals(into: &record.agents)
            for type in record.waitingForOpening.indices {
              record.waitingForOpening[type] = simulation.heldMessages(ofType: type)
            }
            record.chatCount = simulation.arrivals.count
            observer = simulation.observer
          }
        }
      }
    }
    withExtendedLifetime(aliases) {}
    withExtendedLifetime(thresholds) {}
    swap(&contactTable, &record.contacts)
    swap(&groups, &record.groups)
    swap(&times, &record.times)
    record.replication = replication
    for type in 0..<model.types.count { record.replyTimeSums[type] = replySums[type] }
    record.close(answeredAtOnce: atOnce.base) { model.types[$0].replyDelay }
    withExtendedLifetime(atOnce) {}
    record.contacts.score(
      roundWaits: UnsafeBufferPointer(
        start: roundWaits.base, count: layout.counts.countsRounds ? record.contacts.rowCount : 0),
      unansweredStarts: UnsafeBufferPointer(
        start: unansweredStarts.base,
        count: layout.counts.timesUnanswered ? record.contacts.rowCount : 0),
      firstDay: model.firstDay, interval: model.interval)
    withExtendedLifetime(roundWaits) {}
    withExtendedLifetime(unansweredStarts) {}
  }
}
