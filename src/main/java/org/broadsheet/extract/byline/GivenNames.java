package org.broadsheet.extract.byline;

import java.util.Set;
import org.broadsheet.extract.PrintedText;

/**
 * Frequent given names of many countries: evidence, where two single names stand with a comma
 * between them, that the second is a given name after its family name.
 */
final class GivenNames {
  private static final Set<String> NAMES =
      PrintedText.wordSet(
          """
          aaron abdul abdullah adam adele adrian agnes ahmad ahmed aisha akira alan albert alberto
          alejandro aleksandr aleksandra alessandro alex alexander alexandra alexandre alexei alexis
          alfred ali alice alina alison amanda amir amit amy ana anastasia anders andrea andreas
          andrei andrés andrew andrzej angela anil anita anja ann anna anne annette anthony anton
          antonio antónio arjun arthur arturo astrid barbara beatriz ben benjamin bernard bernd bill
          birgit björn bob boris brandon brenda brian bruno camille carl carla carlos carmen carol
          caroline catherine cecilia charles charlotte chen cheng chidi chinedu chloe
          chris christian
          christina christine christoph christopher claire clara claudia claudio colin cristina dan
          daniel daniela daniele david deborah denis dennis diana diego dieter dimitri dmitri dmitry
          dominique donald dorothy douglas eduardo edward ekaterina elena elisabeth elizabeth ellen
          emily emma emmanuel enrique eric erik ernst esther eugene eva evelyn fabio fatima felix
          fernando filip florian frances francesca francesco francis francisco françois frank
          franz fred frederick friedrich gabriel gabriela gary george georg georges giovanni giulia
          giuseppe grace greg gregory guillaume gustav hamid hannah hans harald harry hassan heather
          heinrich heinz helen helena helmut henri henrik henry herbert hiroshi hugo hussein ian
          ibrahim igor ines ingrid irina isaac isabel isabelle ivan jack jacob jacqueline jacques
          jakob
          james jan jane janet jason javier jean jeff jeffrey jennifer jens jerry jessica jesús jim
          joan joanna joão joe joel johan johann johannes john
          jonas jonathan jorge josé josef
          joseph joshua juan judith julia julian julie julien jürgen justin karen karin karl
          katarina kate katherine kathleen katrin keith kelly kenji kenneth kevin khalid klaus
          krzysztof kumar kyle lars laura lauren laurent lawrence lea leila leonardo li liam linda
          lisa louis louise luca lucas lucia lucy luigi luis luisa lukas magdalena manfred manuel
          marc marcel marco marcos marcus margaret maria maría marie marina mario marion mark
          markus marta martha martin martina mary mateusz matteo matthew matthias maurice max mehmet
          mei melissa michael michal michel michelle miguel mikhail mohamed mohammad mohammed monica
          monika mustafa nadia nancy natalia natasha nathan neil nicholas nick nicola nicolas nicole
          nikolai nina noah noor nora oleg olga oliver olivia olivier omar oscar otto pablo paola
          paolo patricia patrick paul paula paulo pavel pedro per peter petr philip philippe pierre
          piotr priya rachel rafael rahul rajesh ralph raymond rebecca renate ricardo richard
          robert roberto robin roger roland ron ronald rosa ruth ryan sabine sally sam samantha
          samuel sandra sanjay sara sarah scott sean sebastian sergei sergey sergio sharon silvia
          simon simone sofia sophia sophie stefan stefano stephanie stephen steve steven stuart
          sunil susan susanne suzanne sven svetlana sylvia takashi tamara tatiana teresa thomas
          thorsten tim timothy tobias tom tomas tomasz tony ulrich ursula valentina vanessa vera
          veronica victor victoria vijay viktor vincent virginia vladimir walter wang wei werner
          wilhelm william wolfgang xavier yan yasmin yuki yuri yusuf yves zainab zoe
          александр алексей анна андрей борис владимир дмитрий евгений екатерина елена иван игорь
          ирина мария михаил наталья николай ольга павел пётр сергей татьяна юрий
          """);

  private GivenNames() {}

  static boolean contains(String name) {
    return NAMES.contains(PrintedText.fold(name));
  }
}
