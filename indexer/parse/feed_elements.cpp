// Finding the elements that feeds share.
#include "indexer/parse/feed_elements.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/url.h"
#include "common/base/utf8.h"

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
std::string media_image(XmlElement const& element) {
  for (auto const& content : element.children(Namespace::media, "content")) {
    auto url = collapse_whitespace(content.attribute("url"));
    if (is_image(content, url)) return url;
  }
  for (auto const& thumbnail : element.children(Namespace::media, "thumbnail")) {
    auto url = collapse_whitespace(thumbnail.attribute("url"));
    if (!url.empty()) return url;
  }
  for (auto const name : {"group", "content"}) {
    for (auto const& inner : element.children(Namespace::media, name)) {
      if (auto url = media_image(inner); !url.empty()) return url;
    }
  }
  return {};
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

std::string atom_link(XmlElement const& element, std::string_view relation) {
  for (auto const& link : element.children(Namespace::atom, "link")) {
    auto const rel = link.attribute("rel");
    if ((rel.empty() ? "alternate" : rel) == relation) return collapse_whitespace(link.attribute("href"));
  }
  return {};
}

std::string image_of(XmlElement const& item) {
  if (auto url = media_image(item); !url.empty()) return url;
  for (auto const& enclosure : item.children(Namespace::none, "enclosure")) {
    auto url = collapse_whitespace(enclosure.attribute("url"));
    if (is_image(enclosure, url)) return url;
  }
  for (auto const& image : item.children(Namespace::itunes, "image")) {
    auto url = collapse_whitespace(image.attribute("href"));
    if (!url.empty()) return url;
  }
  return {};
}

}  // namespace pressmark
