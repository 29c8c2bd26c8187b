package inspect
import ("testing";"os";"fmt";"path/filepath")
func TestZZ(t *testing.T){ m,_:=filepath.Glob("/work/shared/cases/*.txt"); for _,p:=range m { d,_:=os.ReadFile(p); f:=one(t,nil,string(d)); fmt.Println("=====",filepath.Base(p),f.Kind,"|",f.About); for _,r:=range f.Remarks{fmt.Printf("  [%s] %s: %s\n     DO %s\n",r.Severity,r.ID,r.Text,r.Do)}}}
