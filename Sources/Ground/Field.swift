/// A field of work, as bulletins and portfolios divide it (DESIGN §4).
package enum Field: String, CaseIterable, Codable, Sendable {
  case fire, chemicals, traffic, construction, gas, petitions, environment, health
  case foodDrug = "food_drug"
  case equipment
  case agricultureForestry = "agriculture_forestry"
  case floodWeather = "flood_weather"
  case industryMining = "industry_mining"
  case cultureSchools = "culture_schools"
  case publicOrder = "public_order"
  case productionSafety = "production_safety"
  case organisation
}
