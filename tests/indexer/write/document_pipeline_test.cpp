// Building documents in threads: their order, and what goes wrong.
#include "indexer/write/document_pipeline.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <xapian.h>

#include "built_posts.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::size_t const kThreads[] = {0, 1, 3};

ArchivedPost numbered(int number) {
  auto post = archived_html("<p>words</p>");
  post.id = std::to_string(number);
  return post;
}

// Gives a document its id, and fails at the post with `bad_id`.
template <typename Fault>
std::function<DocumentPipeline::Build()> failing_at(std::string const& bad_id, Fault fault) {
  return [=] {
    return [=](ArchivedPost const& post) {
      if (post.id == bad_id) throw fault;
      BuiltDocument built;
      built.id = post.id;
      return built;
    };
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_pipeline)

BOOST_AUTO_TEST_CASE(documents_come_in_the_order_of_posts) {
  for (auto const threads : kThreads) {
    std::vector<std::string> ids;
    DocumentPipeline pipeline(threads, [&](BuiltDocument const& built) {
      ids.push_back(built.id);
      BOOST_TEST(has_term(built.document, "words"));
    });
    std::vector<std::string> wanted;
    for (int number = 0; number < 300; ++number) {
      pipeline.add(numbered(number));
      wanted.push_back(std::to_string(number));
    }
    pipeline.finish();
    BOOST_TEST(ids == wanted, threads);
  }
}

BOOST_AUTO_TEST_CASE(what_building_throws_reaches_the_caller_after_the_posts_before) {
  for (auto const threads : kThreads) {
    std::size_t taken = 0;
    auto const count = [&](BuiltDocument const&) { ++taken; };
    auto const add_posts = [&](DocumentPipeline& pipeline) {
      for (int number = 0; number < 300; ++number) pipeline.add(numbered(number));
      pipeline.finish();
    };
    DocumentPipeline ours(threads, count, failing_at("100", std::runtime_error("fault")));
    BOOST_CHECK_THROW(add_posts(ours), std::runtime_error);
    BOOST_TEST(taken == 100U);
    DocumentPipeline theirs(threads, count, failing_at("299", Xapian::DatabaseError("fault")));
    BOOST_CHECK_THROW(add_posts(theirs), Xapian::DatabaseError);
    BOOST_TEST(taken == 399U);
  }
}

BOOST_AUTO_TEST_CASE(a_builder_that_cannot_be_made_is_an_exception_too) {
  for (auto const threads : kThreads) {
    auto const use = [&] {
      DocumentPipeline pipeline(
          threads, [](BuiltDocument const&) {}, []() -> DocumentPipeline::Build { throw std::bad_alloc(); });
      pipeline.add(numbered(1));
      pipeline.finish();
    };
    BOOST_CHECK_THROW(use(), std::bad_alloc);
  }
}

BOOST_AUTO_TEST_CASE(what_takes_may_throw_and_leave_posts_under_way) {
  for (auto const threads : kThreads) {
    DocumentPipeline pipeline(threads, [](BuiltDocument const&) { throw std::runtime_error("fault"); });
    auto const add_posts = [&] {
      for (int number = 0; number < 300; ++number) pipeline.add(numbered(number));
    };
    BOOST_CHECK_THROW(add_posts(), std::runtime_error);
  }
}

BOOST_AUTO_TEST_CASE(long_posts_do_not_pile_up) {
  int taken = 0;
  DocumentPipeline pipeline(3, [&](BuiltDocument const&) { ++taken; }, failing_at("none", 0));
  ArchivedPost post = numbered(1);
  post.post.html.assign(DocumentPipeline::kMostBytes + 1, ' ');
  for (int added = 1; added <= 5; ++added) {
    pipeline.add(post);
    BOOST_TEST(taken == added - 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()
