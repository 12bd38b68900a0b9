// Finds the elements that feeds of all kinds share.
#include "indexer/feed/feed_elements.h"

#include <algorithm>
#include <array>

#include "common/date/parse_date.h"
#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 8> kImageExtensions = {".png",  ".jpg",  ".jpeg", ".gif",
                                                              ".webp", ".avif", ".svg",  ".bmp"};
constexpr std::array<std::string_view, 8> kOtherMediaExtensions = {".mp3", ".m4a", ".ogg",  ".mp4",
                                                                   ".m4v", ".mov", ".webm", ".pdf"};

template <std::size_t size>
bool has_extension(std::string_view url, std::array<std::string_view, size> const& extensions) {
  auto const path = lower(split_url(url).path);
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](auto extension) { return path.ends_with(extension); });
}

// Whether <media:content> or <enclosure> shows an image. The address outweighs the declared type:
// feeds call every image "image/png", and some call recordings so.
bool is_image(XmlElement const& element, std::string_view url) {
  if (has_extension(url, kImageExtensions)) return true;
  if (has_extension(url, kOtherMediaExtensions)) return false;
  return element.attribute("medium") == "image" || lower(element.attribute("type")).starts_with("image/");
}

// The first image of the media module in `element`, which may be grouped.
std::string media_image(XmlElement const& element, std::string_view document) {
  for (auto const& content : element.children(Namespace::media, "content")) {
    auto url = web_address(content, document, content.attribute("url"));
    if (is_image(content, url)) return url;
  }
  for (auto const& thumbnail : element.children(Namespace::media, "thumbnail")) {
    if (auto url = web_address(thumbnail, document, thumbnail.attribute("url")); !url.empty()) return url;
  }
  for (auto const name : {"group", "content"}) {
    for (auto const& inner : element.children(Namespace::media, name)) {
      if (auto url = media_image(inner, document); !url.empty()) return url;
    }
  }
  return {};
}

bool is_atom(XmlElement const& element, std::string_view name) {
  return element.name() == name &&
         (element.name_space() == Namespace::atom || element.name_space() == Namespace::none);
}

std::string person_name(XmlElement const& person) {
  for (auto const* part : {"name", "email", "uri", "url"}) {
    for (auto const& child : person.children()) {
      if (!is_atom(child, part)) continue;
      if (auto name = collapse_whitespace(child.text()); !name.empty()) return name;
    }
  }
  return collapse_whitespace(person.text());
}

}  // namespace

std::string first_text(XmlElement const& element, ElementNames names) {
  for (auto const& [name_space, name] : names) {
    for (auto const& child : element.children(name_space, name)) {
      if (auto text = collapse_whitespace(child.text()); !text.empty()) return text;
    }
  }
  return {};
}

std::string first_markup(XmlElement const& element, ElementNames names) {
  for (auto const& [name_space, name] : names) {
    for (auto const& child : element.children(name_space, name)) {
      if (auto markup = child.markup(); !trim(markup).empty()) return markup;
    }
  }
  return {};
}

std::optional<Timestamp> first_date(XmlElement const& element, ElementNames names,
                                    std::vector<std::string>& flaws) {
  std::optional<Problem> unreadable;
  for (auto const& [name_space, name] : names) {
    std::optional<Timestamp> last;
    for (auto const& child : element.children(name_space, name)) {
      auto const text = collapse_whitespace(child.text());
      if (text.empty()) continue;
      auto const date = parse_date(text);
      if (date) last = *date;
      if (!date && !unreadable) unreadable = date.error();
    }
    if (last) return last;
  }
  if (unreadable) flaws.push_back(std::move(unreadable->what));
  return std::nullopt;
}

std::string resolved(XmlElement const& element, std::string_view document, std::string const& reference) {
  auto const address = collapse_whitespace(reference);
  return address.empty() ? address : resolve_url(element.base(document), address);
}

std::string web_address(XmlElement const& element, std::string_view document, std::string const& reference) {
  auto url = resolved(element, document, reference);
  return is_web_url(url) ? url : std::string();
}

std::string atom_link(XmlElement const& element, std::string_view document, std::string_view relation) {
  std::string first;
  for (auto const& link : element.children()) {
    if (link.name() != "link" || !is_atom(link, "link")) continue;
    auto const rel = link.attribute("rel");
    auto address = resolved(link, document, link.attribute("href"));
    if ((rel.empty() ? "alternate" : rel) != relation || address.empty()) continue;
    auto const type = lower(link.attribute("type"));
    if (type.empty() || type == "text/html" || type == "application/xhtml+xml") return address;
    if (first.empty()) first = std::move(address);
  }
  return first;
}

std::string original_link(XmlElement const& item) {
  for (auto const& link : item.children(Namespace::feedburner, "origLink")) {
    if (auto address = collapse_whitespace(link.text()); is_web_url(address)) return address;
  }
  return {};
}

std::string media_description(XmlElement const& item) {
  constexpr ElementName kDescription[] = {{Namespace::media, "description"}};
  auto description = first_markup(item, kDescription);
  for (auto const& group : item.children(Namespace::media, "group")) {
    if (description.empty()) description = first_markup(group, kDescription);
  }
  return description;
}

std::string atom_persons(XmlElement const& element, std::string_view role) {
  std::string names;
  for (auto const& person : element.children()) {
    if (!is_atom(person, role)) continue;
    auto const name = person_name(person);
    if (!name.empty()) append_item(names, name);
  }
  return names;
}

std::string image_of(XmlElement const& item, std::string_view document) {
  if (auto url = media_image(item, document); !url.empty()) return url;
  for (auto const& enclosure : item.children(Namespace::none, "enclosure")) {
    auto url = web_address(enclosure, document, enclosure.attribute("url"));
    if (is_image(enclosure, url)) return url;
  }
  for (auto const& image : item.children(Namespace::itunes, "image")) {
    if (auto url = web_address(image, document, image.attribute("href")); !url.empty()) return url;
  }
  return {};
}

void add_category(std::vector<std::string>& categories, std::string category) {
  bool const is_known = std::find(categories.begin(), categories.end(), category) != categories.end();
  if (!category.empty() && !is_known) categories.push_back(std::move(category));
}

}  // namespace pressmark
