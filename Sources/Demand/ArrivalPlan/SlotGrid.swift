// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// The longest slot, at most half an hour, on whose bounds all instants and profile steps fall.
///
/// Instants are taken to the minute: an opening at 20:00:07 would need slots of a second.
func commonSlot(profiles: [Int], instants: [Int]) -> Int {
  var slot = 1800
  for count in profiles { slot = gcd(slot, 86_400 / count) }
  for instant in instants { slot = gcd(slot, instant) }
  return max(slot, 60)
}

func gcd(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

/// A day's weights as shares of equal slots that sum to one; each weight is divided evenly.
func spread(_ weights: [Double], over slots: Int) -> [Double] {
  let total = weights.reduce(0, +)
  let repeats = slots / weights.count
  let share = 1 / (total * Double(repeats))
  return (0..<slots).map { weights[$0 / repeats] * share }
}

func floorDivide(_ a: Int, _ b: Int) -> Int {
  let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
  return rest < 0 ? quotient - 1 : quotient
}

/// `base` to a power, through the logarithm; growth of −100 % leaves nothing. Never more than 10¹⁰⁰,
/// so that a factor of zero leaves zero.
func power(_ base: Double, _ exponent: Double) -> Double {
  base == 1 || exponent == 0 ? 1 : min(pow(base, exponent), 1e100)
}

func validate(_ demand: SeasonalDemand, stream: String) throws(DemandError) {
  try requireRange(demand.dailyMean, stream, "dailyMean", 0...)
  guard demand.growthPerYear.isFinite, demand.growthPerYear > -1 else {
    throw .outOfRange(
      stream: stream, field: "growthPerYear", found: demand.growthPerYear, allowed: "> -1")
  }
  for (factors, field, count) in [
    (demand.monthFactors, "monthFactors", 12), (demand.weekdayFactors, "weekdayFactors", 7),
  ] {
    guard factors.count == count else {
      throw .wrongCount(stream: stream, field: field, found: factors.count, allowed: [count])
    }
    for factor in factors { try requireRange(factor, stream, field, 0...) }
  }
  for (date, factor) in demand.dateFactors {
    try requireRange(factor, stream, "dateFactors.\(date)", 0...)
  }
  try validateProfile(demand.profile, stream: stream, field: "profile")
  if let weekend = demand.weekendProfile {
    try validateProfile(weekend, stream: stream, field: "weekendProfile")
  }
  for (weekday, profile) in demand.weekdayProfiles {
    try validateProfile(profile, stream: stream, field: "weekdayProfiles.\(weekday)")
  }
  if let doubt = demand.doubt { try validate(doubt, stream: stream) }
  if let busyness = demand.busyness {
    guard busyness.shape > 0 else {
      throw .outOfRange(
        stream: stream, field: "busyness.shape", found: busyness.shape, allowed: "> 0")
    }
    guard abs(busyness.correlation) < 1 else {
      throw .outOfRange(
        stream: stream, field: "busyness.correlation", found: busyness.correlation,
        allowed: "in (-1, 1)")
    }
    try requireRange(busyness.slotVariance, stream, "busyness.slotVariance", 0...)
  }
  if let bursts = demand.bursts {
    try requireRange(bursts.pushesPerDay, stream, "bursts.pushesPerDay", 0...)
    try requireRange(bursts.customersPerPush, stream, "bursts.customersPerPush", 0...)
  }
}

private func validate(_ doubt: DemandDoubt, stream: String) throws(DemandError) {
  for (value, field) in [
    (doubt.level, "level"), (doubt.growth, "growth"), (doubt.profile, "profile"),
    (doubt.promotions, "promotions"),
  ] {
    try requireRange(value, stream, "doubt.\(field)", 0...)
  }
  guard let surprises = doubt.surprises else { return }
  try requireRange(surprises.perYear, stream, "doubt.surprises.perYear", 0...)
  try requireRange(surprises.factor, stream, "doubt.surprises.factor", 0...)
  try requireRange(surprises.spread, stream, "doubt.surprises.spread", 0...)
  try requireRange(surprises.length, stream, "doubt.surprises.length", 1...)
}

func validateProfile(_ profile: [Double], stream: String, field: String) throws(DemandError) {
  let allowed = [24, 48, 96]
  guard allowed.contains(profile.count) else {
    throw .wrongCount(stream: stream, field: field, found: profile.count, allowed: allowed)
  }
  for weight in profile { try requireRange(weight, stream, field, 0...) }
  guard profile.contains(where: { $0 > 0 }) else {
    throw .emptyProfile(stream: stream, field: field)
  }
}
