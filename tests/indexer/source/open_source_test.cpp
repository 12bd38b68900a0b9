// Sources read piece by piece, from files and standard input, packed and unpacked.
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <thread>

#include "indexer/source/source.h"
#include "source_fixture.h"
#include "tests/support/gzip.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::string read_all(ByteStream& stream, std::size_t piece = 4096) {
  std::string text;
  std::string buffer(piece, '\0');
  while (auto const count = stream.read(buffer)) text.append(buffer, 0, count);
  return text;
}

// Text that packs to about a third.
std::string some_text(std::size_t bytes) {
  std::string text;
  std::uint32_t state = 7;
  while (text.size() < bytes)
    text += std::to_string((state = state * 1'664'525 + 1'013'904'223) >> 20) + '\n';
  return text;
}

std::string error_of(std::string const& name, InputLimits const& limits) {
  try {
    (void)read_all(*open_source(name, limits));
  } catch (Error const& error) {
    BOOST_TEST(error.code() == ErrorCode::bad_source);
    return error.what();
  }
  return {};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(open_source, Folder)

BOOST_AUTO_TEST_CASE(gives_the_bytes_of_a_file_as_often_as_asked) {
  auto const text = some_text(200'000);
  auto const stream = pressmark::open_source(write("large.xml", text), {});
  BOOST_TEST((read_all(*stream) == text));
  stream->rewind();
  BOOST_TEST((read_all(*stream, 7'777) == text));
}

BOOST_AUTO_TEST_CASE(reads_standard_input_from_where_it_stands) {
  int const file = ::open(write("in.txt", "line\nrest").c_str(), O_RDONLY);
  ::lseek(file, 5, SEEK_SET);
  StandardInput const input(file);
  auto const stream = pressmark::open_source("-", {});
  BOOST_TEST(read_all(*stream) == "rest");
  stream->rewind();
  BOOST_TEST(read_all(*stream) == "rest");
}

BOOST_AUTO_TEST_CASE(reads_a_pipe_as_often_as_asked) {
  auto const text = some_text(300'000);
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  std::thread writer([&] {
    for (std::size_t at = 0; at < text.size();) {
      auto const count = ::write(ends[1], text.data() + at, text.size() - at);
      if (count <= 0) break;
      at += static_cast<std::size_t>(count);
    }
    ::close(ends[1]);
  });
  StandardInput const input(ends[0]);
  auto const stream = pressmark::open_source("-", {});
  writer.join();
  BOOST_TEST((read_all(*stream) == text));
  stream->rewind();
  BOOST_TEST((read_all(*stream) == text));
}

BOOST_AUTO_TEST_CASE(waits_for_a_silent_pipe_until_asked_to_stop) {
  auto const fifo = (path / "fifo").string();
  BOOST_REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  StandardInput const input(ends[0]);
  for (std::string const& name : {std::string("-"), fifo}) {
    int asked = 0;
    auto const at_third = [&] { return ++asked == 3; };
    BOOST_CHECK_EXCEPTION((void)pressmark::open_source(name, {}, at_third), Error,
                          has_code(ErrorCode::interrupted));
    asked = 0;
    auto const pipe = open_pipe(name, at_third);
    BOOST_CHECK_EXCEPTION((void)read_all(*pipe), Error, has_code(ErrorCode::interrupted));
  }
  ::close(ends[1]);
}

BOOST_AUTO_TEST_CASE(reads_a_named_pipe_of_which_the_other_end_opens_later) {
  auto const fifo = (path / "fifo").string();
  BOOST_REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  auto const pipe = open_pipe(fifo, {});
  std::thread writer([&] { std::ofstream(fifo) << "late"; });
  BOOST_TEST(read_all(*pipe) == "late");
  writer.join();
}

BOOST_AUTO_TEST_CASE(reads_a_pipe_that_does_not_block) {
  int ends[2];
  BOOST_REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
  StandardInput const input(ends[0]);
  std::thread writer([end = ends[1]] {
    BOOST_TEST(::write(end, "on", 2) == 2);
    ::close(end);
  });
  BOOST_TEST(read_all(*pressmark::open_source("-", {})) == "on");
  writer.join();
}

BOOST_AUTO_TEST_CASE(a_pipe_is_read_once_and_a_file_likewise_if_asked) {
  auto const file = write("packed.gz", gzip("one"));
  auto const bytes = open_pipe(file, {});
  BOOST_TEST((read_all(*bytes) == gzip("one")));
  BOOST_CHECK_EXCEPTION(bytes->rewind(), Error, has_code(ErrorCode::source_missing));
  BOOST_CHECK_EXCEPTION((void)open_pipe(path.string(), {}), Error, has_code(ErrorCode::source_missing));
}

BOOST_AUTO_TEST_CASE(unpacks_gzip_whatever_the_name) {
  auto const text = some_text(500'000);
  auto const stream = pressmark::open_source(write("packed.xml", gzip(text)), {});
  for (std::size_t const piece : {std::size_t{1} << 20, std::size_t{1'000}}) {
    BOOST_TEST((read_all(*stream, piece) == text));
    stream->rewind();
  }
}

BOOST_AUTO_TEST_CASE(joins_the_members_of_a_gzip_file_and_passes_over_padding) {
  auto const file = write("packed.gz", gzip("one ") + gzip("") + gzip("two") + std::string(100, '\0'));
  BOOST_TEST(read_all(*pressmark::open_source(file, {})) == "one two");
}

BOOST_AUTO_TEST_CASE(takes_an_empty_file_as_empty) {
  BOOST_TEST(read_all(*pressmark::open_source(write("empty", ""), {})).empty());
  BOOST_TEST(read_all(*pressmark::open_source(write("short", "\x1F"), {})) == "\x1F");
}

BOOST_AUTO_TEST_CASE(gives_what_comes_before_the_end_of_gzip_that_is_cut_off) {
  auto const text = some_text(100'000);
  auto const packed = gzip(text);
  for (auto const size : {packed.size() / 2, packed.size() - 1}) {
    auto const stream = pressmark::open_source(write("cut.gz", packed.substr(0, size)), {});
    BOOST_TEST(stream->problems().empty());
    for (int reading = 0; reading < 2; ++reading) {
      auto const part = read_all(*stream);
      BOOST_TEST(part.size() > text.size() / 3);
      BOOST_TEST(text.starts_with(part));
      BOOST_TEST_REQUIRE(stream->problems().size() == 1u);
      BOOST_TEST(stream->problems()[0].what == "the gzip ends too early; what comes before is read");
      stream->rewind();
      BOOST_TEST(stream->problems().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(refuses_gzip_that_holds_nothing_or_is_damaged) {
  auto const packed = gzip(some_text(100'000));
  BOOST_TEST(error_of(write("cut.gz", packed.substr(0, 2)), {}).ends_with("it ends too early"));
  auto damaged = packed;
  damaged[damaged.size() / 2] = static_cast<char>(~damaged[damaged.size() / 2]);
  BOOST_TEST(error_of(write("damaged.gz", damaged), {}).find("cannot be unpacked") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(stops_a_gzip_bomb) {
  auto const bomb = gzip(std::string(std::size_t{20} << 20, ' '));
  BOOST_TEST(error_of(write("bomb.gz", bomb), {}).ends_with("unpacks to more than 200 times its size"));

  InputLimits limits;
  limits.source_bytes = 50'000;
  BOOST_TEST(error_of(write("large.gz", gzip(some_text(60'000))), limits)
                 .ends_with("unpacked is larger than the limit of 50000 bytes"));
}

BOOST_AUTO_TEST_CASE(lets_small_files_repeat_as_they_like) {
  auto const file = write("repeating.gz", gzip(std::string(std::size_t{1} << 20, ' ')));
  BOOST_TEST(read_all(*pressmark::open_source(file, {})).size() == std::size_t{1} << 20);
}

BOOST_AUTO_TEST_CASE(stops_input_that_is_too_large_or_does_not_end) {
  InputLimits limits;
  limits.source_bytes = 100'000;
  BOOST_TEST(error_of(write("large.xml", some_text(100'001)), limits).ends_with("the limit of 100000 bytes"));
  BOOST_TEST(error_of("/dev/zero", limits) == "/dev/zero is larger than the limit of 100000 bytes");
  StandardInput const input("/dev/zero");
  BOOST_TEST(error_of("-", limits) == "standard input is larger than the limit of 100000 bytes");
}

BOOST_AUTO_TEST_CASE(says_what_cannot_be_read) {
  for (auto const& name : {path.string(), (path / "none.xml").string(), std::string(),
                           std::string("https://example.org/rss.xml")}) {
    BOOST_CHECK_EXCEPTION((void)pressmark::open_source(name, {}), Error, [](Error const& error) {
      return error.code() == ErrorCode::source_missing && !error.hint().empty();
    });
  }
}

BOOST_AUTO_TEST_CASE(leaves_no_temporary_file_behind) {
  ::setenv("TMPDIR", path.c_str(), 1);
  auto const stream = pressmark::open_source("/dev/null", {});
  BOOST_TEST(read_all(*stream).empty());
  ::unsetenv("TMPDIR");
  auto const files = std::distance(std::filesystem::directory_iterator(path), {});
  BOOST_TEST(files == 1);  // the feed of the fixture
}

BOOST_AUTO_TEST_SUITE_END()
