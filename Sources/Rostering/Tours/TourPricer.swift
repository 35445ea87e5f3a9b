// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds a person's cheapest tour of all that his rules allow, exactly: a dynamic program backwards
/// over the days, whose values are kept so that the tour is read forwards.
///
/// The work is proportional to days × states × classes × levels; one pricer belongs to one thread.
final class TourPricer {
  private var values: UnsafeMutablePointer<Double>
  private var capacity: Int
  private var classPrice: UnsafeMutablePointer<Double>
  private var classDuty: UnsafeMutablePointer<Int>
  private var offPrice: UnsafeMutablePointer<Double>

  /// - Parameter models: Those that will be priced.
  init(_ models: [TourModel]) {
    capacity = models.reduce(1) { max($0, $1.cells) }
    values = .allocate(capacity: capacity)
    let days = models.reduce(1) { max($0, $1.days) }
    let classes = models.reduce(1) { max($0, $1.classes) }
    classPrice = .allocate(capacity: days * classes)
    classDuty = .allocate(capacity: days * classes)
    offPrice = .allocate(capacity: days)
  }

  deinit {
    values.deallocate()
    classPrice.deallocate()
    classDuty.deallocate()
    offPrice.deallocate()
  }

  /// What a tour costs: its own prices and those of the rows that it covers.
  ///
  /// - Parameters:
  ///   - rows: Added to the price of each duty of each day, at `day × duties + duty`.
  ///   - kept: Outside `window` the days stay as in this tour.
  ///   - tour: Is given the tour: 0 for a day off, otherwise 1 + the duty's place.
  /// - Returns: Infinity where the rules allow no tour at all; `tour` is then left alone.
  func best(
    _ model: borrowing TourModel, rows: UnsafePointer<Double>,
    kept: UnsafePointer<Int16>? = nil, window: Range<Int> = 0..<0,
    tour: UnsafeMutablePointer<Int16>
  ) -> Double {
    preparePrices(model, rows, kept, window)
    fillLast(model)
    for day in stride(from: model.days - 1, through: 0, by: -1) { fill(model, day) }
    let value = values[model.start * model.outerLevels * model.minuteLevels]
    if value < .infinity { read(model, tour) }
    return value
  }

  private func preparePrices(
    _ model: borrowing TourModel, _ rows: UnsafePointer<Double>, _ kept: UnsafePointer<Int16>?,
    _ window: Range<Int>
  ) {
    let (classes, duties) = (model.classes, model.duties)
    for day in 0..<model.days {
      let keptDuty = window.contains(day) ? nil : kept.map { Int($0[day]) - 1 }
      for kindClass in 0..<classes {
        var least = Double.infinity
        var which = -1
        for place in model.classStart[kindClass]..<model.classStart[kindClass + 1] {
          let duty = model.dutyOrder[place]
          if let keptDuty, duty != keptDuty { continue }
          let row = day * duties + duty
          let price = model.dutyPrice[row] + rows[row]
          if price < least { (least, which) = (price, duty) }
        }
        classPrice[day * classes + kindClass] = least
        classDuty[day * classes + kindClass] = which
      }
      offPrice[day] = (keptDuty ?? -1) >= 0 ? .infinity : model.offPrice[day]
    }
  }

  private func fillLast(_ model: borrowing TourModel) {
    let (levels, outer) = (model.minuteLevels, model.outerLevels)
    let layer = values + model.days * model.states * outer * levels
    for state in 0..<model.states {
      for level in 0..<outer {
        let place = layer + (state * outer + level) * levels
        let price = model.outerPrice[level]
        for minute in 0..<levels { place[minute] = price }
      }
    }
  }

  /// Whether somebody in a state may be off on the day.
  @inline(__always)
  private func mayRest(_ model: borrowing TourModel, run: Int, day: Int) -> Bool {
    run >= model.runLeast || (model.isFree && run == day)
  }

  private func fill(_ model: borrowing TourModel, _ day: Int) {
    let (levels, outer, states) = (model.minuteLevels, model.outerLevels, model.states)
    let size = outer * levels
    let here = values + day * states * size
    let next = here + states * size
    if let ends = model.periodEnd[day] { closePeriod(next, ends, states * outer, levels) }
    // More units than the days before could give are not reached.
    let reach = min(levels, model.daysBefore[day] * (model.units.max() ?? 0) + 1)
    let classes = model.classes
    for kindClass in 0..<classes {
      for run in 1...model.runLevels {
        if run > day + model.historyRun { break }
        let state = model.workState(kindClass, run: run)
        let target = here + state * size
        if mayRest(model, run: run, day: day) {
          move(target, next + model.offState(1) * size, offPrice[day], outer, levels, reach)
        } else {
          clear(target, outer, levels, reach)
        }
        guard run < model.runMost else { continue }
        let following = min(run + 1, model.runLevels)
        for other in 0..<classes {
          let price = classPrice[day * classes + other]
          guard price < .infinity, day == 0 || model.mayFollow[kindClass * classes + other]
          else { continue }
          let weekend = model.weekendDay[day] == 1 ? 1 : 0
          relax(
            model, target, next + model.workState(other, run: following) * size, price, other,
            weekend, reach)
        }
      }
    }
    for run in 1...model.offLevels {
      let target = here + model.offState(run) * size
      move(target, next + model.offState(run + 1) * size, offPrice[day], outer, levels, reach)
      guard run == model.offLevels else { continue }
      for other in 0..<classes {
        let price = classPrice[day * classes + other]
        guard price < .infinity else { continue }
        let weekend = model.weekendDay[day] > 0 ? 1 : 0
        relax(
          model, target, next + model.workState(other, run: 1) * size, price, other, weekend, reach)
      }
    }
  }

  private func closePeriod(
    _ layer: UnsafeMutablePointer<Double>, _ ends: [Double], _ count: Int, _ levels: Int
  ) {
    for place in 0..<count {
      let row = layer + place * levels
      let fresh = row[0]
      for level in 0..<levels { row[level] = fresh + ends[level] }
    }
  }

  @inline(__always)
  private func clear(
    _ target: UnsafeMutablePointer<Double>, _ outer: Int, _ levels: Int, _ reach: Int
  ) {
    for level in 0..<outer {
      let row = target + level &* levels
      for minute in 0..<reach { row[minute] = .infinity }
    }
  }

  @inline(__always)
  private func move(
    _ target: UnsafeMutablePointer<Double>, _ source: UnsafeMutablePointer<Double>, _ price: Double,
    _ outer: Int, _ levels: Int, _ reach: Int
  ) {
    for level in 0..<outer {
      let row = target + level &* levels
      let from = source + level &* levels
      for minute in 0..<reach { row[minute] = from[minute] + price }
    }
  }

  @inline(__always)
  private func relax(
    _ model: borrowing TourModel, _ target: UnsafeMutablePointer<Double>,
    _ source: UnsafeMutablePointer<Double>, _ price: Double, _ kindClass: Int, _ weekend: Int,
    _ reach: Int
  ) {
    let (levels, outer) = (model.minuteLevels, model.outerLevels)
    let unit = model.units[kindClass]
    let end = min(reach, levels - unit)
    guard end > 0 else { return }
    for level in 0..<outer {
      let onward = model.outerNext[(kindClass * 2 + weekend) * outer + level]
      if onward < 0 { continue }
      let row = target + level &* levels
      let from = source + onward &* levels + unit
      for minute in 0..<end {
        let value = from[minute] + price
        row[minute] = value < row[minute] ? value : row[minute]
      }
    }
  }

  /// Reads the tour forwards: at each day the step whose value is the least.
  private func read(_ model: borrowing TourModel, _ tour: UnsafeMutablePointer<Int16>) {
    let (levels, outer, states, classes) = (
      model.minuteLevels, model.outerLevels, model.states, model.classes
    )
    let size = outer * levels
    var (state, level, minute) = (model.start, 0, 0)
    for day in 0..<model.days {
      let next = values + (day + 1) * states * size
      let works = state < classes * model.runLevels
      let run = works ? state % model.runLevels + 1 : state - classes * model.runLevels + 1
      var least = Double.infinity
      var chosen = (state: 0, level: level, minute: minute, duty: -1)
      if !works || mayRest(model, run: run, day: day) {
        let onward = works ? model.offState(1) : model.offState(run + 1)
        least = offPrice[day] + next[onward * size + level * levels + minute]
        chosen.state = onward
      }
      if works ? run < model.runMost : run == model.offLevels {
        for other in 0..<classes {
          let mayFollow =
            !works || day == 0 || model.mayFollow[state / model.runLevels * classes + other]
          let price = classPrice[day * classes + other]
          let kind = model.weekendDay[day]
          let weekend = (works ? kind == 1 : kind > 0) ? 1 : 0
          let levelAfter = model.outerNext[(other * 2 + weekend) * outer + level]
          let minuteAfter = minute + model.units[other]
          guard mayFollow, price < .infinity, levelAfter >= 0, minuteAfter < levels else {
            continue
          }
          let following = works ? min(run + 1, model.runLevels) : 1
          let onward = model.workState(other, run: following)
          let value = price + next[onward * size + levelAfter * levels + minuteAfter]
          if value < least {
            least = value
            chosen = (onward, levelAfter, minuteAfter, classDuty[day * classes + other])
          }
        }
      }
      tour[day] = Int16(chosen.duty + 1)
      (state, level, minute) = (chosen.state, chosen.level, chosen.minute)
      if model.periodEnd[day] != nil { minute = 0 }
    }
  }
}
