// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Workforce

/// Turns names into indices and laws into samplers, and refuses what cannot be.
struct ModelCompiler {
  private(set) var samplers = SamplerCompiler()
  private(set) var types: [TypeRule] = []
  private(set) var groups: [GroupRule] = []
  private(set) var eligibilities: [Eligibility] = []
  private(set) var skills: [Eligibility] = []
  private(set) var groupWork: [Sampler] = []
  private(set) var groupRanks: [Double] = []
  private(set) var burstDelays: [Sampler] = []
  private(set) var speeds: [Double] = []
  private(set) var reservedType: Int32 = -1
  private(set) var overnightPatience: Sampler?
  let contactLayout: ContactLayout
  let rules: RoutingRules

  init(
    scenario: Scenario, staffing: StaffingTimeline, arrivals: ArrivalPlan, rules: RoutingRules
  ) throws(ModelError) {
    self.rules = rules
    let shops =
      arrivals.streams.map(ContactLayout.shop)
      + (scenario.overnight == nil ? [] : [ContactLayout.overnight])
    contactLayout = ContactLayout(
      shopCount: 1 + (shops.max() ?? ContactLayout.ownShop),
      typeCount: scenario.inquiryTypes.count, counts: scenario.countLayout)
    guard !scenario.inquiryTypes.isEmpty else { throw .emptyScenario("inquiry_types") }
    guard scenario.horizon.count <= SimulationModel.daysAllowed else {
      throw .horizonTooLong(days: scenario.horizon.count, allowed: SimulationModel.daysAllowed)
    }
    guard arrivals.inquiryTypes == scenario.inquiryTypes.map(\.name),
      arrivals.days.last == scenario.horizon.last
    else { throw .mismatchedParts("arrivals") }
    guard staffing.groups == scenario.agentGroups.map(\.name),
      staffing.horizon == scenario.horizon
    else { throw .mismatchedParts("staffing") }
    try requireUnique(scenario.inquiryTypes.map(\.name), "inquiry_types")
    try requireUnique(scenario.agentGroups.map(\.name), "agent_groups")
    for type in scenario.inquiryTypes { types.append(try compile(type)) }
    if let overnight = scenario.overnight {
      overnightPatience = try samplers.compile(overnight.patience, place: "overnight.patience")
    }
    for group in scenario.agentGroups { try compile(group) }
    try compileRules(scenario)
    try link(scenario, staffing, arrivals)
    try compileSkills(scenario)
    try checkReserve(scenario, staffing)
    for stream in arrivals.streams {
      var delay = Sampler.zero
      if case .rates(let rates) = stream.arrivals, let bursts = rates.bursts {
        delay = try samplers.compile(bursts.delay, place: "demand.\(stream.name).bursts.delay")
      }
      burstDelays.append(delay)
    }
  }

  private mutating func compile(_ type: InquiryType) throws(ModelError) -> TypeRule {
    let place = "types.\(type.name)"
    var rule = TypeRule()
    rule.patience = try samplers.compile(type.patience, place: "\(place).patience")
    rule.firstReply = try finite(type.firstReplyDelay, "\(place).first_reply_delay")
    rule.wrapUp = try finite(type.wrapUp, "\(place).wrap_up")
    rule.conversion = try number(type.conversion, "\(place).conversion", 0...1)
    rule.priority = Double(type.priority)
    rule.waitWeight = try number(type.waitWeight, "\(place).wait_weight", 0...1e9)
    rule.replyTarget = try number(type.replyTarget.value, "\(place).reply_target", 0...1e9)
    if let silent = type.silentAbandonment {
      rule.silentShare = try number(silent.share, "\(place).silent_abandonment.share", 0...1)
      rule.idleClose = try number(
        silent.idleClose.value, "\(place).silent_abandonment.idle_close", 0...1e7)
    }
    switch type.service {
    case .conversation(let handling):
      rule.work = try finite(handling, "\(place).handling")
      guard handling.mean > 0 else { throw .zeroLengthService(inquiryType: type.name) }
    case .messages(let exchange):
      rule.isMessages = true
      rule.composing = try finite(exchange.composing, "\(place).composing")
      rule.thinking = try finite(exchange.thinking, "\(place).thinking")
      rule.closing = try finite(exchange.closing, "\(place).closing")
      rule.switchingCost = try number(
        exchange.switchingCost.value, "\(place).switching_cost", 0...1e6)
      rule.furtherMean =
        try number(exchange.messagesARound, "\(place).messages_a_round", 1...1000) - 1
      rule.messageGap = try finite(exchange.messageGap, "\(place).message_gap")
      rule.attention = try finite(exchange.attentionDelay, "\(place).attention_delay")
      rule.answersRounds = rule.furtherMean > 0 || !rule.attention.isZero
      guard exchange.composing.mean > 0 else { throw .zeroLengthService(inquiryType: type.name) }
      switch exchange.agentMessages {
      case .fixed(let count):
        rule.turnMean = try number(Double(count), "\(place).agent_messages", 1...10_000)
      case .geometric(let mean):
        rule.turns = .geometric
        rule.turnMean = try number(mean, "\(place).agent_messages.mean", 1...10_000) - 1
      case .negativeBinomial(let mean, let shape):
        rule.turns = .negativeBinomial
        rule.turnMean = try number(mean, "\(place).agent_messages.mean", 1...10_000) - 1
        rule.turnShape = try number(shape, "\(place).agent_messages.shape", 1e-3...1e6)
      }
    }
    rule.repliesLater = !rule.isMessages && !rule.firstReply.isZero
    rule.replyDelayIsFixed = rule.replyDelay != nil
    rule.sells = rule.conversion > 0
    rule.hasWrapUp = !rule.isMessages && !rule.wrapUp.isZero
    return rule
  }

  private mutating func compile(_ group: AgentGroup) throws(ModelError) {
    let place = "groups.\(group.name)"
    var rule = GroupRule()
    rule.chatLimit = Int32(try number(Double(group.chatLimit), "\(place).chat_limit", 1...64))
    rule.speed = try number(group.speed, "\(place).speed", 1e-6...1e6)
    rule.conversionFactor = try number(
      group.conversionFactor, "\(place).conversion_factor", 0...1e6)
    rule.weight = try number(group.weight, "\(place).weight", 1e-9...1e9)
    var curve: [Double] = []
    switch group.concurrency {
    case .independentOfLoad: break
    case .speeds(let values): curve = values
    case .frozenAtStart(let values):
      curve = values
      rule.pace = .frozen
    }
    for value in curve { _ = try number(value, "\(place).concurrency", 1e-6...1e6) }
    // What lies beyond the limit is never reached.
    let isFlat = curve.prefix(Int(rule.chatLimit)).allSatisfy { $0 == 1 }
    rule.pace = isFlat ? .constant : rule.pace == .constant ? .shared : rule.pace
    for open in 0..<SimulationModel.speedLevels {
      speeds.append(group.concurrency.speed(open: max(1, open)) * rule.speed)
    }
    groups.append(rule)
  }

  /// What groups do in a way of their own.
  private mutating func compileSkills(_ scenario: Scenario) throws(ModelError) {
    let all = scenario.agentGroups.flatMap(\.skills)
    if all.contains(where: { $0.handling != nil }) {
      groupWork = scenario.agentGroups.flatMap { _ in types.map(\.work) }
    }
    if rules.contactSelection == .priority, all.contains(where: { $0.priority != nil }) {
      groupRanks = scenario.agentGroups.flatMap { _ in types.map(\.priority) }
    }
    for (row, group) in scenario.agentGroups.enumerated() {
      for skill in group.skills {
        guard let type = scenario.inquiryTypes.firstIndex(where: { $0.name == skill.inquiryType })
        else { continue }
        let place = "groups.\(group.name).skills.\(skill.inquiryType)"
        if let handling = skill.handling {
          groupWork[row * types.count + type] = try finite(handling, "\(place).handling")
          guard handling.mean > 0, !types[type].isMessages else {
            throw .zeroLengthService(inquiryType: skill.inquiryType)
          }
        }
        if let priority = skill.priority, !groupRanks.isEmpty {
          groupRanks[row * types.count + type] = Double(priority)
        }
      }
    }
  }

  private mutating func compileRules(_ scenario: Scenario) throws(ModelError) {
    if let room = rules.waitingRoom {
      _ = try number(Double(room), "routing.waiting_room", 0...1e9)
    }
    if case .mostLoadedBelow(let level) = rules.agentSelection {
      _ = try number(Double(level), "routing.agent_selection.level", 1...64)
    }
    if case .reserved(let name, let slots) = rules.contactSelection {
      guard let index = scenario.inquiryTypes.firstIndex(where: { $0.name == name }) else {
        throw .unknownInquiryType(place: "routing.contact_selection", name: name)
      }
      reservedType = Int32(index)
      _ = try number(Double(slots), "routing.contact_selection.slots", 0...1e9)
    }
  }

  /// Who serves what, by type and by group.
  private mutating func link(
    _ scenario: Scenario, _ staffing: StaffingTimeline, _ arrivals: ArrivalPlan
  ) throws(ModelError) {
    let staffed = Set(staffing.agents.map(\.group))
    for (typeIndex, type) in scenario.inquiryTypes.enumerated() {
      var found: [(preference: Int, row: Eligibility)] = []
      // A group without agents is never asked.
      for (index, group) in scenario.agentGroups.enumerated() where staffed.contains(index) {
        guard let skill = group.skills.first(where: { $0.inquiryType == type.name }) else {
          continue
        }
        let delay = try number(
          skill.overflowDelay.value, "groups.\(group.name).skills.\(type.name).overflow_delay",
          0...1e7)
        found.append(
          (
            skill.preference,
            Eligibility(
              group: Int32(index), type: Int32(typeIndex),
              tier: rules.specialistsFirst ? Int32(clamping: skill.preference) : 0,
              overflowDelay: delay)
          ))
      }
      guard !found.isEmpty else {
        throw .noAgent(inquiryType: type.name)
      }
      found.sort { ($0.row.tier, $0.row.group) < ($1.row.tier, $1.row.group) }
      let first = eligibilities.count
      for index in found.indices {
        var row = found[index].row
        row.endsTier = index + 1 == found.count || found[index + 1].row.tier != row.tier
        eligibilities.append(row)
      }
      types[typeIndex].eligible = TableRange(first, eligibilities.count)
      if let row = eligibilities[first...].first, row.endsTier, row.overflowDelay == 0,
        reservedType < 0
      {
        types[typeIndex].firstGroup = row.group
      }
    }
    for (index, group) in scenario.agentGroups.enumerated() {
      for skill in group.skills
      where !scenario.inquiryTypes.contains(where: { $0.name == skill.inquiryType }) {
        throw .unknownInquiryType(place: "groups.\(group.name).skills", name: skill.inquiryType)
      }
      let first = skills.count
      skills += eligibilities.filter { $0.group == index }
      groups[index].skills = TableRange(first, skills.count)
      groups[index].servesReserved =
        reservedType >= 0 && skills[first...].contains { $0.type == reservedType }
      if skills.count == first + 1, skills[first].overflowDelay == 0, reservedType < 0 {
        groups[index].onlyType = skills[first].type
      }
    }
  }

  /// A reserve must leave a slot to each other type that only agents with the reserved skill serve.
  private func checkReserve(
    _ scenario: Scenario, _ staffing: StaffingTimeline
  ) throws(ModelError) {
    guard case .reserved(let reserved, let slots) = rules.contactSelection else { return }
    let rostered = staffing.agents.reduce(0) {
      $0 + (groups[$1.group].servesReserved ? Int(groups[$1.group].chatLimit) : 0)
    }
    guard rostered <= slots else { return }
    for (index, type) in scenario.inquiryTypes.enumerated() where type.name != reserved {
      let rows = eligibilities.filter { $0.type == index }
      if rows.allSatisfy({ groups[Int($0.group)].servesReserved }) {
        throw .reserveLeavesNothing(
          slots: slots, rostered: rostered, reserved: reserved, never: type.name)
      }
    }
  }

  private func requireUnique(_ names: [String], _ place: String) throws(ModelError) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw .duplicateName(place: place, name: name)
    }
  }

  private mutating func finite(
    _ law: Distribution, _ place: String
  ) throws(ModelError) -> Sampler {
    let sampler = try samplers.compile(law, place: place)
    if law.mayBeEndless {
      throw .invalidLaw(place: place, found: .infinity, allowed: "finite")
    }
    return sampler
  }

  private func number(
    _ value: Double, _ place: String, _ range: ClosedRange<Double>
  ) throws(ModelError) -> Double {
    guard range.contains(value) else {
      throw .outOfRange(
        place: place, found: value, allowed: "\(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}
