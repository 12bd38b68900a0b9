// Builds the document attribute by attribute.
#include "present/meilisearch/flat_document.h"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "present/meilisearch/attributes.h"
#include "present/meilisearch/crop.h"

namespace pressmark {
namespace {

Json seconds_or_null(std::optional<Timestamp> const& time) {
  return time ? Json(time->time_since_epoch().count()) : Json(nullptr);
}

Json year_or_null(std::optional<Timestamp> const& time) {
  if (!time) return nullptr;
  std::chrono::year_month_day const date(std::chrono::floor<std::chrono::days>(*time));
  return static_cast<int>(date.year());
}

Json month_or_null(std::optional<Timestamp> const& time) {
  if (!time) return nullptr;
  auto const day = format_day(*time);
  return day.substr(0, day.rfind('-'));
}

// The attributes whose highlights are known.
struct MarkedTexts {
  explicit MarkedTexts(Hit const& hit) : title(&hit.title) {
    if (hit.sections.empty()) return;
    heading = &hit.sections.front().heading;
    content = &hit.sections.front().snippet;
  }

  [[nodiscard]] HighlightedText const* find(std::string_view attribute) const {
    if (attribute == "title") return title;
    if (attribute == "heading") return heading;
    return attribute == "content" ? content : nullptr;
  }

  HighlightedText const* title;
  HighlightedText const* heading = nullptr;  // nothing where no section was asked for
  HighlightedText const* content = nullptr;
};

Json whole_document(Hit const& hit) {
  static SectionHit const kNoSection;
  auto const& section = hit.sections.empty() ? kNoSection : hit.sections.front();
  return {{"id", hit.id},
          {"url", hit.url},
          {"title", hit.title.text},
          {"author", json_text_or_null(hit.author)},
          {"site", json_text_or_null(hit.site)},
          {"language", json_text_or_null(hit.language)},
          {"categories", hit.categories},
          {"published", seconds_or_null(hit.published)},
          {"updated", seconds_or_null(hit.updated)},
          {"year", year_or_null(hit.published)},
          {"month", month_or_null(hit.published)},
          {"image", json_text_or_null(hit.image)},
          {"summary", hit.summary},
          {"heading", section.heading.text},
          {"anchor", section.anchor},
          {"sectionUrl", section.url},
          {"content", section.snippet.text}};
}

// How one attribute is to be shown.
struct Format {
  MeilisearchView const& view;
  std::optional<std::size_t> crop_words;
  bool is_highlighted;

  [[nodiscard]] std::string text(HighlightedText const& text) const {
    auto const shown = crop_words ? crop(text, *crop_words, view.crop_marker) : text;
    return is_highlighted ? tagged(shown, view.pre_tag, view.post_tag) : shown.text;
  }

  // Numbers become text, as that API has it.
  [[nodiscard]] Json value(Json const& value) const {
    if (value.is_string()) return text({value.get<std::string>(), {}});
    if (value.is_number()) return value.dump();
    if (!value.is_array()) return value;
    auto list = Json::array();
    for (auto const& item : value) list.push_back(this->value(item));
    return list;
  }
};

Json formatted(Json const& document, MarkedTexts const& texts, MeilisearchView const& view) {
  auto object = Json::object();
  for (auto const& [name, value] : document.items()) {
    Format const format{view, crop_of(view, name), names_attribute(view.highlighted, name)};
    if (!names_attribute(view.retrieved, name) && !format.is_highlighted && !format.crop_words) continue;
    auto const* const text = texts.find(name);
    object[name] = text != nullptr ? Json(format.text(*text)) : format.value(value);
  }
  return object;
}

// Bytes, as that API counts.
Json match_positions(MarkedTexts const& texts) {
  auto object = Json::object();
  for (auto const name : kAttributes) {
    auto const* const text = texts.find(name);
    if (text == nullptr || text->highlights.empty()) continue;
    auto& list = object[std::string(name)] = Json::array();
    for (auto const& [begin, end] : text->highlights)
      list.push_back({{"start", begin}, {"length", end - begin}});
  }
  return object;
}

}  // namespace

Json flat_document(Hit const& hit, MeilisearchView const& view) {
  auto const whole = whole_document(hit);
  MarkedTexts const texts(hit);
  auto document = Json::object();
  for (auto const& [name, value] : whole.items()) {
    if (names_attribute(view.retrieved, name)) document[name] = value;
  }
  if (!view.highlighted.empty() || !view.cropped.empty())
    document["_formatted"] = formatted(whole, texts, view);
  if (view.match_positions) document["_matchesPosition"] = match_positions(texts);
  if (view.ranking_score) document["_rankingScore"] = std::round(hit.score * 1e4) / 1e4;
  return document;
}

}  // namespace pressmark
