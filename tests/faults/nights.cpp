// The sources' contents night by night, and a store saved on each evening.
#include "nights.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "common/index/store_layout.h"
#include "search_watch.h"
#include "tests/common/index/index_tables.h"
#include "tests/support/feed_writer.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

// Enough for a rebuild in two threads.
constexpr std::size_t kMirrored = 200;
constexpr std::size_t kOnWeb = 80;

constexpr auto kWords = std::to_array<std::string_view>({
    "anchor", "autumn", "barley",  "bridge", "candle", "cedar",  "copper", "ember",
    "ferry",  "garden", "harbour", "hinge",  "ladder", "meadow", "mirror", "orchard",
    "quarry", "ribbon", "river",   "slate",  "timber", "valley",
});

// The night of whose evening a rollback makes a store again.
constexpr char const* kRolledBackJob = "3";

RssItem item(std::string_view site, std::size_t number, std::string_view night) {
  std::string words;
  for (std::size_t i = 0; i < 40; ++i)
    words.append(kWords[(number * 7 + i * (number % 5 + 1)) % kWords.size()]) += ' ';
  auto const url = "https://" + std::string(site) + ".example/" + std::to_string(number);
  auto const told = "told in the night of " + std::string(night);
  return {.title = "Chronicle " + std::to_string(number) + " " + told,
          .link = url,
          .guid = url,
          .date = "0" + std::to_string(number % 9 + 1) + " Mar 2024 08:00:00 GMT",
          .categories = {number % 2 == 0 ? "Land" : "Water"},
          .html = "<p>" + words + ".</p><h2 id=\"end\">End</h2><p>" + told + ' ' + words + ".</p>"};
}

std::string feed(std::string const& site, std::vector<RssItem> const& items) {
  return write_rss({.title = site, .link = "https://" + site + ".example/"}, items);
}

bool has_news(Night night) {
  return night != Night::first_fill;
}

// Every seventeenth post changes, a few come; later a tenth of the first ones is gone.
std::string mirrored_feed(Night night) {
  bool const lacks_some = night != Night::first_fill && night != Night::news;
  std::vector<RssItem> items;
  for (std::size_t number = lacks_some ? kMirrored / 10 : 0; number < kMirrored; ++number) {
    items.push_back(item("mirror", number, has_news(night) && number % 17 == 0 ? "news" : "fill"));
  }
  return feed("mirror", items);
}

std::string web_feed(Night night) {
  std::vector<RssItem> items;
  for (std::size_t number = 0; number < kOnWeb; ++number) items.push_back(item("web", number, "fill"));
  for (std::size_t number = kOnWeb; has_news(night) && number < kOnWeb + 5; ++number) {
    items.push_back(item("web", number, "news"));
  }
  return feed("web", items);
}

std::vector<std::string> sorted_lines(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::ranges::sort(lines);
  return lines;
}

std::size_t count_lines(fs::path const& path) {
  std::ifstream in(path);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Night night) {
  constexpr std::array<char const*, std::size(kNights)> kNames{"the first fill", "news", "removals",
                                                               "a rebuild", "a rollback"};
  return out << kNames.at(static_cast<std::size_t>(night));
}

Nights::Nights() {
  fs::create_directories(disk() / "tmp");
  std::ofstream(folder_.path() / "pressmark.toml")
      << "[[sources]]\npath = \"mirror.xml\"\nmirror = true\n[[sources]]\nurl = \""
      << server_.url("/feed.xml")
      << "\"\n[fetch]\nallow_private = true\ndelay_seconds = 0\n[job]\nthreads = 2\n";
  for (auto const night : kNights) stages_.emplace(night, live_through(night));
}

Nights::Stage Nights::live_through(Night night) {
  publish(night);
  Stage stage;
  stage.before = state();
  if (fs::exists(store())) fs::copy(store(), saved(night), fs::copy_options::recursive);
  auto const log = folder_.path() / "calls.log";
  auto logging = environment();
  logging["PRESSMARK_FAULT_LOG"] = log.string();
  fs::remove(log);
  auto const start = std::chrono::steady_clock::now();
  auto const end = run(command(night), logging);
  stage.duration =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  if (end.status != 0) throw std::runtime_error("an undisturbed night failed: " + end.err);
  stage.calls = count_lines(log);
  stage.after = state();
  return stage;
}

void Nights::publish(Night night) {
  std::ofstream(folder_.path() / "mirror.xml", std::ios::binary) << mirrored_feed(night);
  server_.script("/feed.xml", {{.headers = {"Content-Type: application/rss+xml"}, .body = web_feed(night)}});
}

void Nights::begin(Night night) {
  publish(night);
  fs::remove_all(store());
  fs::remove_all(disk() / "tmp");
  fs::remove_all(disk() += ".attic");
  fs::create_directories(disk() / "tmp");
  if (fs::exists(saved(night))) fs::copy(saved(night), store(), fs::copy_options::recursive);
}

NightState const& Nights::before(Night night) const {
  return stages_.at(night).before;
}

NightState const& Nights::after(Night night) const {
  return stages_.at(night).after;
}

std::size_t Nights::calls(Night night) const {
  return stages_.at(night).calls;
}

std::chrono::microseconds Nights::duration(Night night) const {
  return stages_.at(night).duration;
}

fs::path Nights::saved(Night night) const {
  return folder_.path() / ("saved-" + std::to_string(static_cast<int>(night)));
}

std::vector<std::string> Nights::pressmark(std::vector<std::string> const& arguments) const {
  auto command = arguments;
  command.insert(command.end(), {"--config", (folder_.path() / "pressmark.toml").string()});
  return pressmark_command(store(), command);
}

std::vector<std::string> Nights::command(Night night) const {
  if (night == Night::rebuild) return pressmark({"reindex", "--full"});
  if (night == Night::rollback) return pressmark({"rollback", kRolledBackJob});
  return pressmark({"reindex"});
}

std::map<std::string, std::string> Nights::environment(Fault const& fault) const {
  auto variables = fault_environment(disk(), fault);
  variables["TMPDIR"] = (disk() / "tmp").string();
  return variables;
}

ProcessEnd Nights::run_job(Night night, Fault const& fault) const {
  return run(command(night), environment(fault));
}

// A rollback that is done already is not done again; the next nightly job lets the index follow.
ProcessEnd Nights::finish_rollback() const {
  auto end = run(command(Night::rollback));
  if (end.status == 2 && end.err.find("was undone by job") != std::string::npos) {
    end = run(pressmark({"reindex"}));
    bool const is_held = end.status == 1 && end.err.find("was rolled back") != std::string::npos;
    if (is_held) end.status = 0;
  }
  if (end.status == 0) end.err.clear();  // says that nothing is read in from now on
  return end;
}

ProcessEnd Nights::finish(Night night) const {
  return night == Night::rollback ? finish_rollback() : run(command(night));
}

std::vector<std::string> Nights::posts() const {
  if (!fs::exists(StoreLayout{store()}.archive())) return {};
  auto const end = run(pressmark_command(store(), {"export"}));
  return end.status == 0 ? sorted_lines(end.out) : std::vector<std::string>{end.err};
}

NightState Nights::state() const {
  NightState state;
  state.posts = posts();
  if (current_generation(StoreLayout{store()})) state.index = index_contents(store());
  state.answers = answers_in(store());
  return state;
}

}  // namespace pressmark
