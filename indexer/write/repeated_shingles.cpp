// Counts the sampled posts of a site that have a shingle.
#include "indexer/write/repeated_shingles.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/strings/utf8.h"
#include "common/text/analyzer.h"

namespace pressmark {
namespace {

constexpr std::size_t kFewestSampledPosts = 5;
constexpr std::size_t kFewestPosts = 4;
constexpr std::size_t kPercentOfPosts = 30;

std::size_t posts_that_repeat(std::size_t sampled) {
  return std::max(kFewestPosts, (sampled * kPercentOfPosts + 99) / 100);
}

struct Repeated {
  std::uint64_t shingle = 0;
  std::size_t posts = 0;
  std::size_t sampled = 0;  // posts of the site
};

// The shingles of a site's posts, one post after the other.
class SiteShingles {
 public:
  void begin_post() { posts_.push_back(shingles_.size()); }
  void add(std::uint64_t shingle) { shingles_.push_back(shingle); }

  void append_repeated(std::uint64_t site, std::vector<Repeated>& repeated) const {
    if (posts_.size() < kFewestSampledPosts) return;
    auto const least = posts_that_repeat(posts_.size());
    auto const candidates = possibly_repeated(least);
    for (auto it = candidates.begin(); it != candidates.end();) {
      auto const next =
          std::find_if(it, candidates.end(), [&](Place const& at) { return at.first != it->first; });
      auto const posts = static_cast<std::size_t>(next - it);
      if (posts >= least) repeated.push_back({shingle_of_site(site, it->first), posts, posts_.size()});
      it = next;
    }
  }

 private:
  using Place = std::pair<std::uint64_t, std::size_t>;  // shingle and post

  // Most shingles stand once: only those are sorted whose slot of a small table, shared with few
  // others, was met in enough posts. Sorted, each once a post.
  [[nodiscard]] std::vector<Place> possibly_repeated(std::size_t least) const {
    struct Slot {
      std::uint32_t last_post = 0;  // counted from 1
      std::uint32_t posts = 0;
    };
    static constexpr unsigned kSlotBits = 16;
    std::vector<Slot> slots(std::size_t{1} << kSlotBits);
    auto const slot_of = [](std::uint64_t shingle) { return shingle >> (64 - kSlotBits); };
    for_each_place([&](std::uint64_t shingle, std::size_t post) {
      auto& slot = slots[slot_of(shingle)];
      if (slot.last_post == post + 1) return;
      slot.last_post = static_cast<std::uint32_t>(post + 1);
      ++slot.posts;
    });
    std::vector<Place> places;
    for_each_place([&](std::uint64_t shingle, std::size_t post) {
      if (slots[slot_of(shingle)].posts >= least) places.emplace_back(shingle, post);
    });
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

  template <typename Function>
  void for_each_place(Function function) const {
    for (std::size_t post = 0; post < posts_.size(); ++post) {
      auto const end = post + 1 < posts_.size() ? posts_[post + 1] : shingles_.size();
      for (auto i = posts_[post]; i < end; ++i) function(shingles_[i], post);
    }
  }

  std::vector<std::uint64_t> shingles_;
  std::vector<std::size_t> posts_;  // where each begins
};

// Takes the shingles out of records.
class RecordShingles {
 public:
  explicit RecordShingles(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // A record that is damaged is left at where it cannot be read: it must not keep other posts from being
  // indexed.
  void add_post(std::string_view packed, std::map<std::string, SiteShingles>& sites) {
    try {
      read_post(packed, sites);
    } catch (Error const&) {
      // `pressmark check` tells of it.
    }
  }

 private:
  void read_post(std::string_view packed, std::map<std::string, SiteShingles>& sites) {
    auto const record = unpacker_.fields(packed);
    auto& site = sites[record.site];
    site.begin_post();
    left_ = max_bytes_;
    add_block(record.summary, site);
    for (std::size_t i = 0; i < record.sections.size() && left_ > 0; ++i) {
      add_section(record.sections[i], unpacker_.section_text(packed, i), site);
    }
  }

  void add_section(RecordSection const& section, std::string_view text, SiteShingles& site) {
    for (auto const& block : section.blocks) {
      auto const bytes = std::min<std::size_t>(block.bytes, text.size());
      if (block.kind != BlockKind::code) add_block(text.substr(0, bytes), site);
      text.remove_prefix(std::min(text.size(), bytes + 1));
    }
  }

  void add_block(std::string_view text, SiteShingles& site) {
    text = text.substr(0, floor_code_point(text, std::min(left_, text.size())));
    left_ -= text.size();
    analyzer_.analyze(text, TextKind::prose, analysis_);
    find_shingles(analysis_, shingles_);
    for (auto const& shingle : shingles_) site.add(shingle.hash);
  }

  std::size_t max_bytes_;
  std::size_t left_ = 0;  // of the current post
  RecordUnpacker unpacker_;
  Analyzer analyzer_;
  Analysis analysis_;
  std::vector<Shingle> shingles_;
};

// The numbers of those most of their sites' posts have, `limit` of them at most.
std::vector<std::uint64_t> most_repeated(std::vector<Repeated> repeated, std::size_t limit) {
  std::sort(repeated.begin(), repeated.end(), [](Repeated const& a, Repeated const& b) {
    auto const a_share = a.posts * b.sampled;
    auto const b_share = b.posts * a.sampled;
    return a_share != b_share ? a_share > b_share : a.shingle < b.shingle;
  });
  repeated.resize(std::min(repeated.size(), limit));
  std::vector<std::uint64_t> shingles;
  for (auto const& one : repeated) shingles.push_back(one.shingle);
  std::sort(shingles.begin(), shingles.end());
  return shingles;
}

}  // namespace

Boilerplate find_boilerplate(Xapian::Database const& database, SampleLimits const& limits) {
  Boilerplate boilerplate;
  std::map<std::string, SiteShingles> sites;
  RecordShingles records(limits.bytes);
  std::string const prefix(field_info(Field::id).prefix);
  std::size_t sampled = 0;
  for (auto id = database.allterms_begin(prefix); id != database.allterms_end(prefix); ++id) {
    if (sampled == limits.posts) break;
    records.add_post(database.get_document(*database.postlist_begin(*id)).get_data(), sites);
    if (++sampled == limits.posts) boilerplate.last_sampled_id = (*id).substr(prefix.size());
  }
  std::vector<Repeated> repeated;
  for (auto const& [site, shingles] : sites) shingles.append_repeated(short_hash(site), repeated);
  boilerplate.shingles = most_repeated(std::move(repeated), limits.shingles);
  return boilerplate;
}

bool concerns_sample(Boilerplate const& known, std::string const& smallest_id) {
  return known.last_sampled_id.empty() || smallest_id <= known.last_sampled_id;
}

}  // namespace pressmark
